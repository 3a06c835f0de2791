using System.ComponentModel;
using System.Runtime.InteropServices;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>Pages that cannot be touched, before and behind memory that can.</summary>
internal static class GuardPages
{
    private const int PageSize = 1 << 16; // a multiple of every page size in use

    /// <summary>Elsewhere the system calls and their constants are others.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>The address of so many bytes, whole pages, between guard pages. They are never freed.</summary>
    public static nint Around(int bytes)
    {
        nint first = Reserve(bytes + 2 * PageSize) + PageSize;
        return Open(first, bytes) ? first : throw new Win32Exception();
    }

    private static nint Reserve(int bytes)
    {
        nint address = OperatingSystem.IsWindows()
            ? Windows.VirtualAlloc(0, bytes, Windows.Reserve | Windows.Commit, Windows.NoAccess)
            : Linux.Mmap(0, bytes, Linux.None, Linux.Private | Linux.Anonymous, -1, 0);
        return address is not (0 or -1) ? address : throw new Win32Exception();
    }

    private static bool Open(nint address, int bytes) => OperatingSystem.IsWindows()
        ? Windows.VirtualProtect(address, bytes, Windows.ReadWrite, out _)
        : Linux.Mprotect(address, bytes, Linux.Read | Linux.Write) == 0;

    private static class Linux
    {
        public const int None = 0;
        public const int Read = 1;
        public const int Write = 2;
        public const int Private = 0x02;
        public const int Anonymous = 0x20;

        [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
        public static extern nint Mmap(nint address, nint length, int protection, int flags, int file, nint offset);

        [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
        public static extern int Mprotect(nint address, nint length, int protection);
    }

    private static class Windows
    {
        public const uint Commit = 0x1000;
        public const uint Reserve = 0x2000;
        public const uint NoAccess = 0x01;
        public const uint ReadWrite = 0x04;

        [DllImport("kernel32", SetLastError = true)]
        public static extern nint VirtualAlloc(nint address, nint size, uint type, uint protection);

        [DllImport("kernel32", SetLastError = true)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool VirtualProtect(nint address, nint size, uint protection, out uint oldProtection);
    }
}
