#!/usr/bin/env bash
# Installs an emulated Arm64 machine into bin/ beside this script: an emulator, the system's libraries and .NET. The tests
# find it there. Needs the package sources of Debian and NuGet, but no rights, and changes nothing elsewhere.
set -uo pipefail
cd "$(dirname "$0")" || exit

fail() {
    echo "No emulated Arm64 machine: $1." >&2
    exit 1
}

[ "$(uname -s)" = Linux ] || fail "it is for Linux"
[ "$(uname -m)" = x86_64 ] || fail "it is for x64 machines"
command -v apt-get dpkg-deb >/dev/null || fail "apt-get or dpkg-deb is missing"

# An apt of its own, that knows both architectures and no installed package.
apt=$PWD/obj/apt
apt_get() {
    apt-get -qq -o APT::Architectures::=arm64 -o Dir::State="$apt" -o Dir::State::status="$apt/status" \
        -o Dir::State::lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none "$@"
}

if [ ! -e bin/qemu-aarch64-static ]; then
    rm -rf "$apt" bin/system
    mkdir -p "$apt"/{lists/partial,cache/archives/partial} bin/system
    : >"$apt/status"
    apt_get update || fail "the package sources cannot be reached"
    (cd "$apt" && apt_get download qemu-user-static {libc6,libgcc-s1,libstdc++6}:arm64) || fail "packages cannot be fetched"
    # Later releases say in its name that times have 64 bits.
    (cd "$apt" && { apt_get download libssl3:arm64 2>/dev/null || apt_get download libssl3t64:arm64; }) || fail "OpenSSL cannot be fetched"
    for package in "$apt"/*_arm64.deb; do
        dpkg-deb -x "$package" bin/system || fail "$package cannot be unpacked"
    done
    dpkg-deb --fsys-tarfile "$apt"/qemu-user-static_*.deb | tar -x -C bin --strip-components=3 ./usr/bin/qemu-aarch64-static \
        || fail "the emulator cannot be unpacked"
    rm -rf "$apt"
fi

dotnet build Arm64Host.csproj -c Release -o bin/host -v quiet --nologo || fail "its .NET cannot be built"
