"""What the systems are told of the program: macOS in `Info.plist`, Windows in the program file."""

from typing import Any

from shipping import product

OLDEST_MACOS = "13.0"


def info_plist(about: product.Product) -> dict[str, Any]:
    """Return what stands in `Info.plist` beside what PyInstaller writes itself."""
    return {
        "CFBundleName": product.NAME,
        "CFBundleDisplayName": product.NAME,
        "CFBundleShortVersionString": about.version,
        "CFBundleVersion": about.version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "fr", "es", "ar"],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "NSHumanReadableCopyright": about.copyright,
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            _document("Newsdesk bundle", f"{product.BUNDLE_ID}.bundle", "Owner"),
            _document("Markdown", "net.daringfireball.markdown", "Alternate"),
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{product.BUNDLE_ID}.bundle",
                "UTTypeDescription": "Newsdesk bundle",
                "UTTypeConformsTo": ["public.zip-archive"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [product.SUFFIX.removeprefix(".")],
                    "public.mime-type": [product.MIME_TYPE],
                },
            }
        ],
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": "net.daringfireball.markdown",
                "UTTypeDescription": "Markdown",
                "UTTypeConformsTo": ["public.plain-text"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [
                        suffix.removeprefix(".") for suffix in product.MARKDOWN_SUFFIXES
                    ],
                    "public.mime-type": ["text/markdown"],
                },
            }
        ],
    }


def _document(name: str, type_: str, rank: str) -> dict[str, Any]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": rank,
        "LSItemContentTypes": [type_],
    }


def version_file(about: product.Product) -> str:
    """Return what Windows shows in a program's properties, as PyInstaller reads it."""
    numbers = about.four_numbers
    strings = {
        "CompanyName": product.PUBLISHER,
        "FileDescription": product.NAME,
        "FileVersion": about.version,
        "InternalName": product.COMMAND,
        "LegalCopyright": about.copyright,
        "OriginalFilename": f"{product.COMMAND}.exe",
        "ProductName": product.NAME,
        "ProductVersion": about.version,
    }
    said = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f,"
        " flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),"
        f" kids=[StringFileInfo([StringTable('040904B0', [{said}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
