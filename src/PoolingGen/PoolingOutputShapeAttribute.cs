namespace PoolingGen;

/// <summary>
/// Asks for the implementation of a partial method that tells the spatial output shape of a pooling kernel, so that
/// nobody repeats the kernel's geometry by hand.
/// </summary>
/// <remarks>
/// The method takes those of the extents <c>int depth</c>, <c>int height</c> and <c>int width</c> (<c>length</c> with
/// one spatial axis; <c>d</c>, <c>h</c> and <c>w</c> for short) that the kernel has and its attribute does not fix. It
/// returns <c>int</c> for one spatial axis, <c>(int Height, int Width)</c> for two and
/// <c>(int Depth, int Height, int Width)</c> for three, in elements. It throws an
/// <see cref="ArgumentOutOfRangeException"/> that names the parameter if an extent is not positive or no window fits.
/// </remarks>
/// <example>
/// <code>
/// [PoolingOutputShape(nameof(MaxPool2x2))]
/// public static partial (int Height, int Width) MaxPool2x2Shape(int height, int width);
/// </code>
/// </example>
/// <param name="kernelName">The name of a method of the same type that has a <see cref="PoolingKernelAttribute"/>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PoolingOutputShapeAttribute(string kernelName) : Attribute
{
    /// <summary>The name of the kernel, a method of the same type.</summary>
    public string KernelName { get; } = kernelName;
}
