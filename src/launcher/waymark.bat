@echo off
rem Starts Waymark with the Java of JAVA_HOME, or else with the java on the path.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp "%~dp0..\lib\*" org.waymark.cli.Main %*
exit /b %ERRORLEVEL%
