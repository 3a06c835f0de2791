using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PoolingGen.Generators.Diagnostics;

/// <summary>Everything that can be wrong with a kernel or its output shape at compile time. Each has a page under <c>generators/docs</c>.</summary>
internal static class KernelDiagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "PG0001",
        "A pooling kernel has to be a partial method without a body",
        "'{0}' has to be a partial method without a body: its implementation is generated");

    public static readonly DiagnosticDescriptor AlreadyImplemented = Error(
        "PG0002",
        "A pooling kernel is implemented already",
        "'{0}' is implemented already: remove the implementation or the attribute");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        "PG0003",
        "A type that contains a pooling kernel has to be partial",
        "'{0}' contains the {2} '{1}' and has to be partial");

    public static readonly DiagnosticDescriptor FileLocalType = Error(
        "PG0004",
        "A pooling kernel cannot be in a file-local type",
        "'{0}' cannot be implemented in a generated file: its type '{1}' is local to this file");

    public static readonly DiagnosticDescriptor NotVoid = Error(
        "PG0005",
        "A pooling kernel has to return void",
        "'{0}' returns '{1}', but a pooling kernel returns void: its result goes to the output span");

    public static readonly DiagnosticDescriptor UnknownParameter = Error(
        "PG0006",
        "A parameter means nothing to a pooling kernel",
        "A {3} has no use for the parameter '{0} {1}': {2}");

    public static readonly DiagnosticDescriptor DuplicateParameter = Error(
        "PG0007",
        "Two parameters of a pooling kernel mean the same",
        "'{0}' and '{1}' both mean the {2}");

    public static readonly DiagnosticDescriptor MissingParameter = Error(
        "PG0008",
        "A pooling kernel lacks a parameter",
        "'{0}' lacks {1}");

    public static readonly DiagnosticDescriptor WrittenParameter = Error(
        "PG0009",
        "A pooling kernel's parameters are passed by value or read-only reference",
        "'{0}' is passed by '{1}', but a {2} does not assign its parameters: pass it by value, 'in' or 'ref readonly'");

    public static readonly DiagnosticDescriptor UnsupportedElementType = Error(
        "PG0010",
        "Pooling is not defined for an element type",
        "Elements of type '{0}' cannot be pooled: the types are float, double, Half, sbyte, byte, short, ushort, int, uint, long and ulong");

    public static readonly DiagnosticDescriptor OutputTypeMismatch = Error(
        "PG0011",
        "The output's element type does not go with the input's",
        "The output has elements of type '{0}', but pooling '{1}' gives {2}");

    public static readonly DiagnosticDescriptor ScalarAndPlural = Error(
        "PG0012",
        "A property and its plural are both set",
        "'{0}' and '{1}' are both set: '{0}' is one value for every axis, '{1}' one value per axis");

    public static readonly DiagnosticDescriptor MissingWindow = Error(
        "PG0013",
        "A pooling kernel lacks a window",
        "The window is missing: set Size, Sizes, OutputSize, OutputSizes or Global");

    public static readonly DiagnosticDescriptor WrongArrayLength = Error(
        "PG0014",
        "An array does not have one value per spatial axis",
        "'{0}' has {1}, but with {2} it has to have {3}");

    public static readonly DiagnosticDescriptor OutOfRange = Error(
        "PG0015",
        "A value is out of range",
        "'{0}' is {1}, but has to be {2}");

    public static readonly DiagnosticDescriptor PaddingNotBelowWindow = Error(
        "PG0016",
        "The padding has to be smaller than the window",
        "The padding of {0} is not smaller than the window of {1} along the {2}: a window would lie in the padding alone");

    public static readonly DiagnosticDescriptor ForbiddenBesideGlobal = Error(
        "PG0017",
        "A property is forbidden beside Global",
        "'{0}' is set beside Global, but a global window covers the whole spatial extent");

    public static readonly DiagnosticDescriptor UndefinedEnumValue = Error(
        "PG0018",
        "An enum value is not defined",
        "{0} is not a value of {1}");

    public static readonly DiagnosticDescriptor FixedAndParameter = Error(
        "PG0019",
        "A dimension fixed by the attribute is a parameter too",
        "'{0}' is a parameter, but the attribute fixes it at {1}");

    public static readonly DiagnosticDescriptor NoWindowFits = Error(
        "PG0020",
        "No window fits into the fixed input",
        "No window of {0} fits into the {1} of {2} with padding {3} and {4}");

    public static readonly DiagnosticDescriptor TensorTooLarge = Error(
        "PG0021",
        "A fixed shape is larger than a span can be",
        "The fixed {0} has {1} elements, but a span holds at most 2147483647");

    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "PG0023",
        "The project's language version is too old for pooling kernels",
        "Pooling kernels need C# {0} or later, but the project's language version is {1}");

    public static readonly DiagnosticDescriptor NormOfIntegers = Error(
        "PG0024",
        "A norm is pooled of floating-point elements only",
        "A norm of elements of type '{0}' is not defined: the types are float, double and Half");

    public static readonly DiagnosticDescriptor ForbiddenBesideOutputSize = Error(
        "PG0025",
        "A property is forbidden beside an output size",
        "'{0}' is set beside {1}, but adaptive windows follow from the output size alone");

    public static readonly DiagnosticDescriptor PaddingBesideAutoPad = Error(
        "PG0026",
        "The padding is set beside automatic padding",
        "'{0}' is set beside AutoPad = {1}, which decides the padding by itself");

    public static readonly DiagnosticDescriptor WindowTooLarge = Error(
        "PG0027",
        "A window is larger than any input",
        "The window along the {0} reaches over {1} elements, more than any input has");

    public static readonly DiagnosticDescriptor MixedTensors = Error(
        "PG0028",
        "Spans and tensor spans do not go together",
        "'{0}' is of type '{1}' and '{2}' of type '{3}': the tensors of a kernel are either all spans or all tensor spans");

    public static readonly DiagnosticDescriptor NoSuchKernel = Error(
        "PG0029",
        "An output shape is asked of no pooling kernel",
        "'{0}' is not a method with a [PoolingKernel] attribute in '{1}'");

    public static readonly DiagnosticDescriptor DifferentGeometry = Error(
        "PG0030",
        "The overloads of a pooling kernel differ in their windows",
        "The pooling kernels called '{0}' have different windows or fixed extents: give the one that is meant a name of its own");

    public static readonly DiagnosticDescriptor WrongShapeType = Error(
        "PG0031",
        "A shape method has to return one extent per spatial axis",
        "'{0}' returns '{1}', but the output shape is '{2}'");

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NotPartial,
        AlreadyImplemented,
        ContainingTypeNotPartial,
        FileLocalType,
        NotVoid,
        UnknownParameter,
        DuplicateParameter,
        MissingParameter,
        WrittenParameter,
        UnsupportedElementType,
        OutputTypeMismatch,
        ScalarAndPlural,
        MissingWindow,
        WrongArrayLength,
        OutOfRange,
        PaddingNotBelowWindow,
        ForbiddenBesideGlobal,
        UndefinedEnumValue,
        FixedAndParameter,
        NoWindowFits,
        TensorTooLarge,
        LanguageTooOld,
        NormOfIntegers,
        ForbiddenBesideOutputSize,
        PaddingBesideAutoPad,
        WindowTooLarge,
        MixedTensors,
        NoSuchKernel,
        DifferentGeometry,
        WrongShapeType,
    ];

    private const string Category = "PoolingGen";

    /// <summary>Where the pages about the diagnostics are.</summary>
    private const string HelpRoot = "https://github.com/PoolingGen/PoolingGen/blob/main/generators/docs/";

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"{HelpRoot}{id}.md");
}
