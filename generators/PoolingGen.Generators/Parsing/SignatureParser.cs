using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Tells what each parameter means and whether a kernel can work with it.</summary>
internal static class SignatureParser
{
    private const string KnownParameters =
        "it takes ReadOnlySpan<T> input, Span<T> output, int batch, int channels, int height and int width";

    public static Signature Parse(IMethodSymbol method, PoolingMode? mode, Problems problems)
    {
        Signature signature = new(method, method.Parameters.Select(RoleOf).ToImmutableArray());
        for (int index = 0; index < method.Parameters.Length; index++)
        {
            CheckParameter(method.Parameters[index], signature.Roles[index], signature, problems);
            CheckFeatures(method.Parameters[index], signature.Roles[index], mode, problems);
        }

        foreach (ParameterRole role in (ParameterRole[])[ParameterRole.Input, ParameterRole.Output])
        {
            if (!signature.Has(role))
            {
                problems.Add(KernelDiagnostics.MissingParameter, LocationOf(method), method.Name, Describe(role));
            }
        }

        CheckElementTypes(signature, problems);
        return signature;
    }

    /// <summary>A parameter that the method needs, for people.</summary>
    public static string Describe(ParameterRole role) =>
        $"the parameter '{ParameterRoles.TypeOf(role)} {ParameterRoles.NameOf(role)}'";

    public static Location LocationOf(ISymbol symbol) => symbol.Locations[0];

    /// <summary>A known name tells the role whatever the type, so that a wrong type is one error and not two.</summary>
    private static ParameterRole RoleOf(IParameterSymbol parameter) =>
        ParameterRoles.ByName(parameter.Name) is not ParameterRole.Unknown and ParameterRole role
            ? role
            : ParameterRoles.ByType(parameter.Type);

    private static void CheckParameter(IParameterSymbol parameter, ParameterRole role, Signature signature, Problems problems)
    {
        Location location = LocationOf(parameter);
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else if (role == ParameterRole.Unknown)
        {
            problems.Add(KernelDiagnostics.UnknownParameter, location, TypeName(parameter.Type), parameter.Name, KnownParameters);
        }
        else if (!ParameterRoles.Fits(role, parameter.Type))
        {
            string advice = $"the {ParameterRoles.NameOf(role)} has to be of type {ParameterRoles.TypeOf(role)}";
            problems.Add(KernelDiagnostics.UnknownParameter, location, TypeName(parameter.Type), parameter.Name, advice);
        }
        else if (signature[role] is { } first && first.Ordinal != parameter.Ordinal)
        {
            problems.Add(KernelDiagnostics.DuplicateParameter, location, first.Name, parameter.Name, ParameterRoles.NameOf(role));
        }
        else if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            string keyword = parameter.RefKind == RefKind.Ref ? "ref" : "out";
            problems.Add(KernelDiagnostics.WrittenParameter, location, parameter.Name, keyword);
        }
    }

    /// <summary>What a parameter asks for, apart from whether it asks in the right way.</summary>
    private static void CheckFeatures(IParameterSymbol parameter, ParameterRole role, PoolingMode? mode, Problems problems)
    {
        Location location = LocationOf(parameter);
        if (ParameterRoles.IsTensorSpan(parameter.Type))
        {
            problems.Add(KernelDiagnostics.NotYetSupported, location, $"tensor spans ('{parameter.Name}')");
        }
        else if (role == ParameterRole.Indices && mode is PoolingMode.Max or PoolingMode.Min)
        {
            problems.Add(KernelDiagnostics.NotYetSupported, location, $"indices ('{parameter.Name}')");
        }
        else if (role == ParameterRole.Indices)
        {
            const string advice = "only a maximum or minimum has a position";
            problems.Add(KernelDiagnostics.UnknownParameter, location, TypeName(parameter.Type), parameter.Name, advice);
        }
    }

    private static void CheckElementTypes(Signature signature, Problems problems)
    {
        if (signature[ParameterRole.Input] is not { } inputParameter
            || ParameterRoles.ElementType(inputParameter.Type) is not { } input
            || !ParameterRoles.Fits(ParameterRole.Input, inputParameter.Type))
        {
            return;
        }

        Location location = LocationOf(inputParameter);
        if (input.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else if (!IsElementType(input))
        {
            problems.Add(KernelDiagnostics.UnsupportedElementType, location, TypeName(input));
        }
        else if (input.SpecialType != SpecialType.System_Single)
        {
            problems.Add(KernelDiagnostics.NotYetSupported, location, $"elements of type '{TypeName(input)}'");
        }
        else
        {
            CheckOutputType(signature, input, problems);
        }
    }

    private static void CheckOutputType(Signature signature, ITypeSymbol input, Problems problems)
    {
        if (signature[ParameterRole.Output] is not { } parameter
            || !ParameterRoles.Fits(ParameterRole.Output, parameter.Type)
            || ParameterRoles.ElementType(parameter.Type) is not { } output)
        {
            return;
        }

        if (output.TypeKind == TypeKind.Error)
        {
            problems.LeaveToCompiler();
        }
        else if (!SymbolEqualityComparer.Default.Equals(output, input))
        {
            problems.Add(KernelDiagnostics.OutputTypeMismatch, LocationOf(parameter), TypeName(output), TypeName(input));
        }
    }

    private static bool IsElementType(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
            or SpecialType.System_SByte or SpecialType.System_Byte
            or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 or SpecialType.System_UInt64
        || type is { Name: "Half", ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static string TypeName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
