@echo off
rem Starts PoseScope on a Java that is new enough, wherever this machine keeps it.
rem POSESCOPE_JAVA_OPTS: more options for Java, separated by spaces.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "FOUND_JAVA="
for %%I in ("%~dp0..") do set "POSESCOPE_HOME=%%~fI"

if defined JAVA_HOME call :consider "%JAVA_HOME%\bin\java.exe"
if defined FOUND_JAVA goto run
for /f "delims=" %%J in ('where java.exe 2^>nul') do call :consider "%%J"
if defined FOUND_JAVA goto run
for %%V in (Java "Eclipse Adoptium" Microsoft Zulu BellSoft "Amazon Corretto" Semeru) do (
    for /d %%D in ("%ProgramFiles%\%%~V\*") do call :consider "%%~D\bin\java.exe"
)
if defined FOUND_JAVA goto run
for /d %%D in ("%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do call :consider "%%~D\bin\java.exe"
for /d %%D in ("%USERPROFILE%\.jdks\*") do call :consider "%%~D\bin\java.exe"
if defined FOUND_JAVA goto run

>&2 echo posescope: Java %NEEDED% or newer was not found; install a JDK %NEEDED% (for example Eclipse Temurin), or set JAVA_HOME to the folder of one
exit /b 2

:run
rem Idle threads of PyTorch sleep instead of spinning on cores that others need.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"

rem The program keeps its classes as Java has prepared them in a file of the cache, once it has run with this Java and these jars, which
rem the version of the one and the sizes of the others tell. Java passes over a file that does not fit, and says nothing on standard output.
set "ARCHIVE="
if not defined LOCALAPPDATA goto start
set "KNOWN=0"
for %%F in ("%FOUND_JAVA%" "%POSESCOPE_HOME%\lib\*") do set /a "KNOWN=KNOWN*31+%%~zF"
set "CLASSES=%LOCALAPPDATA%\PoseScope\cache\classes-%VERSION%-%KNOWN%.jsa"
set ARCHIVE="-Xlog:aot*=off,cds*=off" -XX:+RecordDynamicDumpInfo "-Dposescope.classes=%CLASSES%"
if exist "%CLASSES%" set ARCHIVE="-Xlog:aot*=off,cds*=off" "-XX:SharedArchiveFile=%CLASSES%" -XX:+VerifySharedSpaces

:start
"%FOUND_JAVA%" -XX:+UseSerialGC -Xms20m -Xmn9m -XX:SurvivorRatio=1 -XX:TargetSurvivorRatio=95 -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:-ShrinkHeapInSteps -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:Tier3InvocationThreshold=2000 -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dorg.bytedeco.javacpp.logger=slf4j -Dai.djl.offline=true "-Dposescope.home=%POSESCOPE_HOME%" %POSESCOPE_JAVA_OPTS% %ARCHIVE% -cp "%POSESCOPE_HOME%\lib\*" org.posescope.Main %*
exit /b %ERRORLEVEL%

rem Keeps the first java.exe that is new enough. The file "release" of its folder says its version without starting it.
:consider
if defined FOUND_JAVA exit /b 0
if not exist "%~1" exit /b 0
set "VERSION="
for /f "tokens=2 delims==" %%L in ('findstr /b "JAVA_VERSION=" "%~dp1..\release" 2^>nul') do if not defined VERSION set "VERSION=%%~L"
if not defined VERSION for /f "tokens=3" %%L in ('call "%~1" -version 2^>^&1 ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~L"
if not defined VERSION exit /b 0
for /f "delims=.+-_" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% GEQ %NEEDED% set "FOUND_JAVA=%~1"
exit /b 0
