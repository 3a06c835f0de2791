namespace PoolingGen.Kernels.Tests.Oracle;

/// <summary>The taps of one window along one axis.</summary>
/// <param name="First">The position of the first tap inside the input.</param>
/// <param name="Step">The distance from one tap to the next.</param>
/// <param name="Inside">The number of taps inside the input, which may be 0.</param>
/// <param name="InPadded">The number of taps inside the input and its declared padding.</param>
internal readonly record struct Taps(int First, int Step, int Inside, int InPadded);
