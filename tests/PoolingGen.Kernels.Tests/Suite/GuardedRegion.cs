using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PoolingGen.Kernels.Tests.Suite;

/// <summary>
/// Memory between two pages that cannot be touched. Tensors lie at its very start and its very end in turn, so a
/// read outside ends the process: only for processes that may end.
/// </summary>
internal sealed class GuardedRegion : Region
{
    private const int PageSize = 1 << 16; // a multiple of every page size in use
    private const int Bytes = 1 << 26;
    private const int ProtNone = 0;
    private const int ProtReadWrite = 1 | 2;
    private const int MapPrivateAnonymous = 0x02 | 0x20;

    private readonly nint _address = Map();

    /// <summary>Elsewhere the system calls and their constants are others.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    protected override Span<byte> Whole(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length + 2 * Margin, Bytes, nameof(length));
        return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), _address), Bytes);
    }

    protected override int StartOf(int whole, int length, int size, int turn) => turn % 2 == 0 ? whole - length : 0;

    private static nint Map()
    {
        nint guard = Mmap(0, Bytes + 2 * PageSize, ProtNone, MapPrivateAnonymous, -1, 0);
        if (guard == -1 || Mprotect(guard + PageSize, Bytes, ProtReadWrite) != 0)
        {
            throw new Win32Exception();
        }

        return guard + PageSize;
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Mmap(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Mprotect(nint address, nint length, int protection);
}
