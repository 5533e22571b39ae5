"""The browser engine of the preview in a test, without a screen or a graphics card."""

import os

from PySide6.QtCore import QCoreApplication, Qt

# What the engine says of a machine without a screen or a graphics card.
OF_THE_MACHINE = (
    "QRhiGles2: Failed to create (temporary )?context",
    "Failed to create RHI for backend",
    "does not support createPlatformVulkanInstance",
    "QVulkanInstance: Failed to initialize Vulkan",
    "Failed to load vulkan",
    "No Vulkan library",
    "Failed to create platform Vulkan instance",
    "Unable to detect GPU vendor",
    "GBM is not supported with the current configuration",
    "GPUInfo not initialized",
)


def prepare() -> None:
    """Allow the engine to start later; to be called before there is an application."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # its sandbox refuses to run as root
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
