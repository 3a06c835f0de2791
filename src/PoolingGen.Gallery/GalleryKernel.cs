using System.Collections.ObjectModel;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace PoolingGen.Gallery;

/// <summary>
/// A kernel and what its method says about itself: its geometry, its attribute as source text and its plan are read
/// from the compiled method, so that none of them is written down a second time.
/// </summary>
internal sealed partial class GalleryKernel
{
    private readonly PictureKernel _run;

    public GalleryKernel(PictureKernel run)
    {
        _run = run;
        Attribute = run.Method.GetCustomAttribute<PoolingKernelAttribute>()
            ?? throw new ArgumentException($"'{run.Method.Name}' has no {nameof(PoolingKernelAttribute)}.", nameof(run));
        AttributeText = SourceText(run.Method);
        string plan = run.Method.GetCustomAttribute<PoolingPlanAttribute>()?.Description ?? "";
        Plan = SentenceEnd().Split(plan);
    }

    /// <summary>What was asked for. The kernels on show are square: only the scalar properties are set.</summary>
    public PoolingKernelAttribute Attribute { get; }

    /// <summary>The attribute as it stands in the source.</summary>
    public string AttributeText { get; }

    /// <summary>The generated kernel's plan in words, a sentence each.</summary>
    public IReadOnlyList<string> Plan { get; }

    /// <summary>The number of windows along an axis of <paramref name="length"/> pixels; 0 or less if none fits.</summary>
    public int OutputSize(int length) => Attribute.Global
        ? 1
        : PoolingShape.OutputSize(length, Attribute.Size, Attribute.Stride, Attribute.Padding, Attribute.Padding, 1, false);

    /// <summary>An output for <paramref name="input"/>, or <see langword="null"/> if the picture is too small for one window.</summary>
    public Picture? CreateOutput(Picture input)
    {
        int height = OutputSize(input.Height);
        int width = OutputSize(input.Width);
        return height > 0 && width > 0 ? new Picture(input.Channels, height, width) : null;
    }

    /// <summary>Pools <paramref name="input"/> into an output of <see cref="CreateOutput"/>.</summary>
    public void Run(Picture input, Picture output) =>
        _run(input.Values, output.Values, input.Channels, input.Height, input.Width);

    private static string SourceText(MethodInfo method)
    {
        CustomAttributeData data = method.GetCustomAttributesData()
            .Single(candidate => candidate.AttributeType == typeof(PoolingKernelAttribute));
        IEnumerable<string> arguments = data.ConstructorArguments.Select(SourceText)
            .Concat(data.NamedArguments.Select(argument => $"{argument.MemberName} = {SourceText(argument.TypedValue)}"));
        return $"[PoolingKernel({string.Join(", ", arguments)})]";
    }

    private static string SourceText(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        ReadOnlyCollection<CustomAttributeTypedArgument> items => $"[{string.Join(", ", items.Select(SourceText))}]",
        bool value => value ? "true" : "false",
        object value when argument.ArgumentType.IsEnum =>
            $"{argument.ArgumentType.Name}.{Enum.GetName(argument.ArgumentType, value)}",
        object value => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        null => "null",
    };

    [GeneratedRegex(@"(?<=\.)\s+")]
    private static partial Regex SentenceEnd();
}
