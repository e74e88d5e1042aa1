@echo off
rem Starts Waymark with the Java of JAVA_HOME, or else with the java on the path.
rem
rem Variables: WAYMARK_JAVA_OPTS holds further options for Java. WAYMARK_ARCHIVE=now makes a class-data archive first,
rem WAYMARK_ARCHIVE=off uses none. On Windows none is made unasked.
setlocal
for %%h in ("%~dp0..") do set "home=%%~fh"
set "jar=%home%\lib\waymark.jar"

for %%j in (java.exe) do set "java=%%~$PATH:j"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if defined java goto found
echo waymark: no Java was found; install Java 17 or newer, or set JAVA_HOME>&2
exit /b 3

:found
rem Most commands end before the C2 compiler pays; long-running ones use both compilers. A small young generation
rem costs no time and saves a third of the memory.
set "options=-XX:+UseSerialGC"
if not "%~1"=="serve" if not "%~1"=="lsp" if not "%~1"=="proofread" set "options=%options% -Xmn64m -XX:TieredStopAtLevel=1 -XX:-UsePerfData"

rem An archive is named after its Java, so another Java starts without it.
set "version="
for %%j in ("%java%") do set "release=%%~dpj..\release"
if exist "%release%" for /f usebackq^ tokens^=1^,2^ delims^=^=^" %%a in ("%release%") do if "%%a"=="JAVA_VERSION" set "version=%%b"
if not defined version goto start
if "%WAYMARK_ARCHIVE%"=="off" goto start
for /f "delims=.-+" %%v in ("%version%") do set "feature=%%v"
set "archive=%home%\archive\%version%.jsa"
set "use=-XX:SharedArchiveFile"
if %feature% lss 24 goto named
set "archive=%home%\archive\%version%.aot"
set "use=-XX:AOTCache"
:named
if "%WAYMARK_ARCHIVE%"=="now" call :make >nul 2>&1
rem -Xlog:disable silences warnings about an unusable archive.
if exist "%archive%" set options=%options% -Xlog:disable "%use%=%archive%"

:start
rem The libraries of single commands come last, so that the archive, made without them, matches this class path too.
set "classes=%jar%"
if "%~1"=="proofread" set "classes=%jar%;%home%\lib\proofread\*"
if "%~1"=="export" set "classes=%jar%;%home%\lib\spreadsheets\*"
if "%~1"=="import" set "classes=%jar%;%home%\lib\spreadsheets\*"
"%java%" %options% %WAYMARK_JAVA_OPTS% -cp "%classes%" org.waymark.cli.Main %*
exit /b %ERRORLEVEL%

rem make-archive does the same on other systems.
:make
set "new=%home%\archive\new"
if exist "%archive%" del "%archive%"
mkdir "%new%"
pushd "%new%" || exit /b 1
if %feature% geq 24 goto cache
"%java%" -XX:DumpLoadedClassList=classes -cp "%jar%" org.waymark.cli.Main build -p "%home%\lib\sample" -o site
"%java%" -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile=classes -XX:SharedArchiveFile=archive -cp "%jar%"
goto made
:cache
"%java%" -XX:AOTMode=record -XX:AOTConfiguration=classes -cp "%jar%" org.waymark.cli.Main build -p "%home%\lib\sample" -o site
"%java%" -XX:+UseG1GC -XX:AOTMode=create -XX:AOTConfiguration=classes -XX:AOTCache=archive -cp "%jar%"
:made
popd
move "%new%\archive" "%archive%"
rmdir /s /q "%new%"
exit /b 0
