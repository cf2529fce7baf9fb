@echo off
rem Runs Maven: the one installed on this machine if it is new enough, else a copy fetched once
rem from the Apache Software Foundation's archive and kept under .m2\wrapper of the user's folder.
setlocal
set "VERSION=3.9.11"
set "SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
set "SITE=https://archive.apache.org/dist/maven/maven-3"
if defined IMPRIMATUR_MAVEN_SITE set "SITE=%IMPRIMATUR_MAVEN_SITE%"
set "KEEP=%USERPROFILE%\.m2\wrapper\imprimatur"
if defined IMPRIMATUR_MAVEN_HOME set "KEEP=%IMPRIMATUR_MAVEN_HOME%"

if defined JAVA_HOME (
  if not exist "%JAVA_HOME%\bin\javac.exe" (
    echo mvnw: Install JDK 17 or newer: JAVA_HOME is %JAVA_HOME%, which holds no JDK. 1>&2
    exit /b 1
  )
) else (
  where javac >nul 2>&1 || (
    echo mvnw: Install JDK 17 or newer, then run this again. 1>&2
    exit /b 1
  )
)

where mvn >nul 2>&1 || goto fetched
powershell -NoProfile -Command "$line = (& mvn --version | Out-String) -replace \"$([char]27)\[[0-9;]*m\", ''; if ($line -match 'Apache Maven (\d+\.\d+\.\d+)' -and [version]$Matches[1] -ge [version]'3.8.6') { exit 0 } else { exit 1 }"
if errorlevel 1 (
  echo mvnw: The installed Maven is older than 3.8.6; using %VERSION% instead. 1>&2
  goto fetched
)
call mvn %*
exit /b %ERRORLEVEL%

:fetched
set "MAVEN=%KEEP%\apache-maven-%VERSION%"
if exist "%MAVEN%\bin\mvn.cmd" goto run
echo mvnw: Fetching Maven %VERSION% from %SITE% 1>&2
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; New-Item -ItemType Directory -Force $env:KEEP | Out-Null; $file = Join-Path $env:KEEP 'fetched.tar.gz'; Invoke-WebRequest -UseBasicParsing ($env:SITE + '/' + $env:VERSION + '/binaries/apache-maven-' + $env:VERSION + '-bin.tar.gz') -OutFile $file; if ((Get-FileHash -Algorithm SHA512 $file).Hash -ne $env:SHA512) { Remove-Item $file; throw 'What came is not Maven: its SHA-512 differs. Nothing was installed.' }; & tar -xzf $file -C $env:KEEP; if ($LASTEXITCODE) { throw 'The archive could not be unpacked.' }; Remove-Item $file"
if errorlevel 1 (
  echo mvnw: Maven could not be fetched. Install Maven 3.8.6 or newer, or try again with a connection. 1>&2
  exit /b 1
)
:run
call "%MAVEN%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
