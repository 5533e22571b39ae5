; Installs Newsdesk for the user who runs it: no administrator, nothing outside that user's folders
; and registry. Called by shipping/nsis.py, which defines what stands in ${...} and writes the lists.
; What is here is ASCII but for the texts at the end; the file is UTF-8.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif
SetCompressor ${COMPRESSOR}
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
Name "Newsdesk"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Newsdesk"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "Newsdesk ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"

!define CLASSES "Software\Classes"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\newsdesk.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "Arabic"

VIProductVersion "${FOUR_NUMBERS}"
VIFileVersion "${FOUR_NUMBERS}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "Newsdesk"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "Installs Newsdesk"
VIAddVersionKey /LANG=${LANG_ENGLISH} "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "${COPYRIGHT}"

; A program that runs cannot be replaced. Said before anything is changed.
!macro WAIT_UNTIL_CLOSED NAME
  Function ${NAME}
    again:
    IfFileExists "$INSTDIR\newsdesk.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\newsdesk.exe" a
    IfErrors 0 free
    IfSilent 0 ask
    SetErrorLevel 3
    Quit
    ask:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" IDRETRY again
    SetErrorLevel 3
    Quit
    free:
    FileClose $0
    closed:
  FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED WaitUntilClosed
!insertmacro WAIT_UNTIL_CLOSED un.WaitUntilClosed

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_64)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "Newsdesk"
  SetShellVarContext current
  Call WaitUntilClosed
  ; What an older version installed goes first, file by file, so that none of it stays behind.
  IfFileExists "$INSTDIR\uninstall.exe" 0 fresh
  ExecWait '"$INSTDIR\uninstall.exe" /S /UPGRADE _?=$INSTDIR'
  Delete "$INSTDIR\uninstall.exe"
  fresh:
  !include "${INSTALL_LIST}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Newsdesk.lnk" "$INSTDIR\newsdesk.exe" "" "$INSTDIR\newsdesk.exe" 0

  ; Bundles are opened with Newsdesk; Markdown may be.
  WriteRegStr HKCU "${CLASSES}\Newsdesk.Bundle" "" "$(BUNDLE)"
  WriteRegStr HKCU "${CLASSES}\Newsdesk.Bundle\DefaultIcon" "" "$INSTDIR\newsdesk.exe,0"
  WriteRegStr HKCU "${CLASSES}\Newsdesk.Bundle\shell\open\command" "" '"$INSTDIR\newsdesk.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Newsdesk.Markdown" "" "Markdown"
  WriteRegStr HKCU "${CLASSES}\Newsdesk.Markdown\DefaultIcon" "" "$INSTDIR\newsdesk.exe,0"
  WriteRegStr HKCU "${CLASSES}\Newsdesk.Markdown\shell\open\command" "" '"$INSTDIR\newsdesk.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.newsdesk" "" "Newsdesk.Bundle"
  WriteRegStr HKCU "${CLASSES}\.newsdesk" "Content Type" "${MIME_TYPE}"
  WriteRegNone HKCU "${CLASSES}\.newsdesk\OpenWithProgids" "Newsdesk.Bundle"
  WriteRegNone HKCU "${CLASSES}\.md\OpenWithProgids" "Newsdesk.Markdown"
  WriteRegNone HKCU "${CLASSES}\.markdown\OpenWithProgids" "Newsdesk.Markdown"
  WriteRegStr HKCU "${CLASSES}\Applications\newsdesk.exe" "FriendlyAppName" "Newsdesk"
  WriteRegStr HKCU "${CLASSES}\Applications\newsdesk.exe\shell\open\command" "" '"$INSTDIR\newsdesk.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\newsdesk.exe\SupportedTypes" ".newsdesk" ""
  WriteRegStr HKCU "${CLASSES}\Applications\newsdesk.exe\SupportedTypes" ".md" ""
  WriteRegStr HKCU "${CLASSES}\Applications\newsdesk.exe\SupportedTypes" ".markdown" ""
  WriteRegStr HKCU "${APP_PATH_KEY}" "" "$INSTDIR\newsdesk.exe"

  ; For the list of installed programs.
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Newsdesk"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\newsdesk.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KIB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

; Takes away what the list names and folders that are then empty, never a folder with what is in it:
; files that somebody put there stay, and so does the newsroom, which lies elsewhere.
Section "Uninstall"
  SetShellVarContext current
  Call un.WaitUntilClosed
  !include "${UNINSTALL_LIST}"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  IfErrors 0 upgraded  ; the newer one writes all that follows anew
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Newsdesk.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.newsdesk" ""
  StrCmp $0 "Newsdesk.Bundle" 0 +2
  DeleteRegValue HKCU "${CLASSES}\.newsdesk" ""
  DeleteRegValue HKCU "${CLASSES}\.newsdesk" "Content Type"
  DeleteRegValue HKCU "${CLASSES}\.newsdesk\OpenWithProgids" "Newsdesk.Bundle"
  DeleteRegValue HKCU "${CLASSES}\.md\OpenWithProgids" "Newsdesk.Markdown"
  DeleteRegValue HKCU "${CLASSES}\.markdown\OpenWithProgids" "Newsdesk.Markdown"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.newsdesk\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.newsdesk"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.md\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.md"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.markdown\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.markdown"
  DeleteRegKey HKCU "${CLASSES}\Newsdesk.Bundle"
  DeleteRegKey HKCU "${CLASSES}\Newsdesk.Markdown"
  DeleteRegKey HKCU "${CLASSES}\Applications\newsdesk.exe"
  DeleteRegKey HKCU "${APP_PATH_KEY}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ${RefreshShellIcons}
  upgraded:
SectionEnd

LangString IS_OPEN ${LANG_ENGLISH} "Newsdesk is open. Close its window, then try again; what you wrote is saved."
LangString IS_OPEN ${LANG_FRENCH} "Newsdesk est ouvert. Fermez sa fenêtre, puis réessayez ; ce que vous avez écrit est enregistré."
LangString IS_OPEN ${LANG_SPANISH} "Newsdesk está abierto. Cierre su ventana e inténtelo de nuevo; lo que ha escrito está guardado."
LangString IS_OPEN ${LANG_ARABIC} "برنامج Newsdesk مفتوح. أغلق نافذته ثم أعد المحاولة؛ ما كتبته محفوظ."
LangString NEEDS_64 ${LANG_ENGLISH} "Newsdesk needs a 64-bit Windows. Nothing was changed."
LangString NEEDS_64 ${LANG_FRENCH} "Newsdesk a besoin d’un Windows 64 bits. Rien n’a été modifié."
LangString NEEDS_64 ${LANG_SPANISH} "Newsdesk necesita un Windows de 64 bits. No se ha cambiado nada."
LangString NEEDS_64 ${LANG_ARABIC} "يحتاج Newsdesk إلى ويندوز 64 بت. لم يتغير شيء."
LangString BUNDLE ${LANG_ENGLISH} "Newsdesk bundle"
LangString BUNDLE ${LANG_FRENCH} "Liasse Newsdesk"
LangString BUNDLE ${LANG_SPANISH} "Paquete de Newsdesk"
LangString BUNDLE ${LANG_ARABIC} "حزمة Newsdesk"
