using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Checks that a parameter means something, and is of the type and kind that it then has to be of.</summary>
internal static class ParameterCheck
{
    /// <summary>Checks one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="signature">All of them.</param>
    /// <param name="known">What parameters there are, for people.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(IParameterSymbol parameter, Signature signature, string known, Problems problems)
    {
        ParameterRole role = signature.Roles[parameter.Ordinal];
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else if (role == ParameterRole.Unknown)
        {
            Refuse(parameter, signature, known, problems);
        }
        else if (!ParameterRoles.Fits(role, parameter.Type))
        {
            string type = ParameterRoles.TypeOf(role, SpanOf(signature));
            Refuse(parameter, signature, $"the {ParameterRoles.NameOf(role)} has to be of type {type}", problems);
        }
        else if (signature[role] is { } first && first.Ordinal != parameter.Ordinal)
        {
            problems.Add(KernelDiagnostics.DuplicateParameter, LocationOf(parameter), first.Name, parameter.Name, ParameterRoles.NameOf(role));
        }
        else if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            string keyword = parameter.RefKind == RefKind.Ref ? "ref" : "out";
            problems.Add(KernelDiagnostics.WrittenParameter, LocationOf(parameter), parameter.Name, keyword, signature.Noun);
        }
    }

    /// <summary>Reports a parameter that there is no use for, with what there would be use for.</summary>
    public static void Refuse(IParameterSymbol parameter, Signature signature, string advice, Problems problems) => problems.Add(
        KernelDiagnostics.UnknownParameter, LocationOf(parameter), TypeName(parameter.Type), parameter.Name, advice, signature.Noun);

    /// <summary>Reports a parameter that is missing.</summary>
    public static void Miss(ParameterRole role, Signature signature, Problems problems)
    {
        string parameter = $"the parameter '{ParameterRoles.TypeOf(role, SpanOf(signature))} {ParameterRoles.NameOf(role)}'";
        problems.Add(KernelDiagnostics.MissingParameter, LocationOf(signature.Method), signature.Method.Name, parameter);
    }

    public static Location LocationOf(ISymbol symbol) => symbol.Locations[0];

    public static string TypeName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string SpanOf(Signature signature) => signature.HasTensorSpans ? "TensorSpan" : "Span";
}
