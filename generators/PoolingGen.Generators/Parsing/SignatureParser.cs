using Microsoft.CodeAnalysis;
using PoolingGen.Generators.Diagnostics;

namespace PoolingGen.Generators.Parsing;

/// <summary>Tells what each parameter means and whether a kernel can work with it.</summary>
internal static class SignatureParser
{
    private const string KnownParameters =
        "it takes ReadOnlySpan<T> input, Span<T> output, Span<int> or Span<long> indices, and int batch, channels, depth, height and width";

    public static Signature Parse(IMethodSymbol method, PoolingMode? mode, Problems problems)
    {
        Signature signature = new(method, RoleReader.Read(method), KernelParser.Noun);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            ParameterCheck.Check(parameter, signature, KnownParameters, problems);
        }

        foreach (ParameterRole role in (ParameterRole[])[ParameterRole.Input, ParameterRole.Output])
        {
            if (!signature.Has(role))
            {
                ParameterCheck.Miss(role, signature, problems);
            }
        }

        CheckIndices(signature, mode, problems);
        CheckTensorSpans(signature, problems);
        ElementTypeCheck.Check(signature, mode, problems);
        return signature;
    }

    private static void CheckIndices(Signature signature, PoolingMode? mode, Problems problems)
    {
        if (mode is not (null or PoolingMode.Max or PoolingMode.Min) && signature[ParameterRole.Indices] is { } indices)
        {
            ParameterCheck.Refuse(indices, signature, "only a maximum or minimum has a position", problems);
        }
    }

    /// <summary>Tensor spans bring their dimensions along, and spans do not.</summary>
    private static void CheckTensorSpans(Signature signature, Problems problems)
    {
        if (!signature.HasTensorSpans)
        {
            return;
        }

        IParameterSymbol first = signature.Tensors.First();
        IParameterSymbol? other = signature.Tensors.FirstOrDefault(tensor => IsTensorSpan(tensor) != IsTensorSpan(first));
        if (other is not null && signature.Tensors.All(tensor => ParameterRoles.Fits(signature.Roles[tensor.Ordinal], tensor.Type)))
        {
            problems.Add(
                KernelDiagnostics.MixedTensors,
                ParameterCheck.LocationOf(other),
                first.Name,
                ParameterCheck.TypeName(first.Type),
                other.Name,
                ParameterCheck.TypeName(other.Type));
        }

        foreach (IParameterSymbol parameter in signature.Method.Parameters)
        {
            if (signature.Roles[parameter.Ordinal] is > ParameterRole.Indices and < ParameterRole.Unknown)
            {
                ParameterCheck.Refuse(parameter, signature, "tensor spans bring their dimensions along", problems);
            }
        }
    }

    private static bool IsTensorSpan(IParameterSymbol parameter) => ParameterRoles.IsTensorSpan(parameter.Type);
}
