#!/usr/bin/env bash
# Puts the libraries of PyTorch (with XNNPACK inside) and oneDNN into benchmarks/libraries, where the benchmarks find them:
# 0.5 GB, for Linux on x64. Without them the other peers still run.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p libraries

# PyTorch is a NuGet package.
dotnet restore install-peers.proj
dotnet msbuild install-peers.proj -t:CopyLibraries

# oneDNN is a Debian package; unpacked, not installed. It names OpenCL as a need.
if ! command -v apt-get >/dev/null; then
    echo "No apt-get here: oneDNN is left out, unless the system has libdnnl.so.2." >&2
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
download() { (cd "$work" && apt-get download libdnnl2 ocl-icd-libopencl1); }
download || { apt-get update -qq && download; }
for package in "$work"/*.deb; do
    dpkg-deb -x "$package" "$work"
done
cp -L "$work"/usr/lib/*/libdnnl.so.2 "$work"/usr/lib/*/libOpenCL.so.1 libraries/
