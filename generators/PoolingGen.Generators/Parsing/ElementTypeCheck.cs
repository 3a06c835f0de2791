using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks that elements of the input's type can be pooled, and that they give elements of the output's type.</summary>
internal static class ElementTypeCheck
{
    public static void Check(Signature signature, PoolingMode? mode, Problems problems)
    {
        if (signature[ParameterRole.Input] is not { } parameter || TypeIn(signature, ParameterRole.Input) is not { } type)
        {
            return;
        }

        Location location = ParameterCheck.LocationOf(parameter);
        if (type.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else if (ElementTypes.Of(type) is not { } input)
        {
            problems.Add(KernelDiagnostics.UnsupportedElementType, location, ParameterCheck.TypeName(type));
        }
        else if (mode == PoolingMode.LpNorm && ElementTypes.IsInteger(input))
        {
            problems.Add(KernelDiagnostics.NormOfIntegers, location, ElementTypes.KeywordOf(input));
        }
        else
        {
            CheckOutput(signature, [.. ElementTypes.ResultsOf(mode, input)], problems);
        }
    }

    private static void CheckOutput(Signature signature, ElementType[] results, Problems problems)
    {
        if (TypeIn(signature, ParameterRole.Output) is not { } type)
        {
            return;
        }

        if (type.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else if (ElementTypes.Of(type) is not { } output || !results.Contains(output))
        {
            problems.Add(
                KernelDiagnostics.OutputTypeMismatch,
                ParameterCheck.LocationOf(signature[ParameterRole.Output]!),
                ParameterCheck.TypeName(type),
                ElementTypes.KeywordOf(results[0]),
                Choice(results));
        }
    }

    /// <summary>The type of the elements of a tensor, provided that it is a tensor.</summary>
    private static ITypeSymbol? TypeIn(Signature signature, ParameterRole role) =>
        signature[role] is { } parameter && ParameterRoles.Fits(role, parameter.Type) ? ParameterRoles.ElementType(parameter.Type) : null;

    private static string Choice(ElementType[] types)
    {
        string[] names = [.. types.Select(static type => $"'{ElementTypes.KeywordOf(type)}'")];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Length - 1))} or {names.Last()}";
    }
}
