using System.Globalization;
using System.Text.RegularExpressions;
using PoolingGen.Kernels.Tests.Catalogue;
using PoolingGen.Kernels.Tests.Suite;
using Xunit;

namespace PoolingGen.Kernels.Tests;

/// <summary>The run-time errors of CONTRACT.md, section 3, for every kernel.</summary>
public class ArgumentTests
{
    [Theory]
    [MemberData(nameof(KernelNames.OfSpans), MemberType = typeof(KernelNames))]
    public void Input_of_another_length_is_reported_with_both_lengths(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        foreach (int length in (int[])[0, valid.InputLength - 1, valid.InputLength + 1])
        {
            AssertReportsLength(valid with { InputLength = length }, valid.Kernel.InputName, length, valid.InputLength);
        }
    }

    [Theory]
    [MemberData(nameof(KernelNames.OfSpans), MemberType = typeof(KernelNames))]
    public void Shorter_output_is_reported_with_both_lengths(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        foreach (int length in (int[])[0, valid.OutputLength - 1])
        {
            AssertReportsLength(valid with { OutputLength = length }, valid.Kernel.OutputName, length, valid.OutputLength);
        }
    }

    [Theory]
    [MemberData(nameof(KernelNames.WithIndices), MemberType = typeof(KernelNames))]
    public void Shorter_indices_are_reported_with_both_lengths(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        foreach (int length in (int[])[0, valid.IndicesLength - 1])
        {
            AssertReportsLength(valid with { IndicesLength = length }, "indices", length, valid.IndicesLength);
        }
    }

    [Theory]
    [MemberData(nameof(KernelNames.OfSpans), MemberType = typeof(KernelNames))]
    public void Longer_output_and_indices_are_untouched_beyond_the_result(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        Call longer = valid with { OutputLength = valid.OutputLength + 65, IndicesLength = valid.IndicesLength + 65 };

        Assert.Equal((valid.OutputLength, valid.IndicesLength), longer.Written());
    }

    [Theory]
    [MemberData(nameof(KernelNames.WithBatch), MemberType = typeof(KernelNames))]
    public void Empty_batch_writes_nothing(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        Call empty = valid with { Shape = valid.Shape with { Batch = 0 }, InputLength = 0 };

        Assert.Equal((0, 0), empty.Written());
        AssertReportsLength(empty with { InputLength = 1 }, valid.Kernel.InputName, 1, 0);
    }

    [Theory]
    [MemberData(nameof(KernelNames.AndDimensions), MemberType = typeof(KernelNames))]
    public void Dimension_that_is_not_positive_is_reported(string name, string dimension)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        foreach (int extent in dimension == nameof(Shape.Batch) ? (int[])[-1, int.MinValue] : [0, -1, int.MinValue])
        {
            Call call = valid with { Shape = valid.Shape.With(dimension, extent), InputLength = 0 };
            Assert.Equal(valid.Kernel.ParameterName(dimension), call.Fail<ArgumentOutOfRangeException>().ParamName);
        }
    }

    [Theory]
    [MemberData(nameof(KernelNames.WithTwoDimensions), MemberType = typeof(KernelNames))]
    public void Negative_dimensions_do_not_make_up_for_each_other(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        string[] pair = [.. valid.Kernel.Dimensions.Take(2)];
        Shape negative = pair.Aggregate(valid.Shape, (shape, dimension) => shape.With(dimension, -shape.Extent(dimension)));

        ArgumentOutOfRangeException exception = (valid with { Shape = negative }).Fail<ArgumentOutOfRangeException>();

        Assert.Contains(exception.ParamName, pair.Select(valid.Kernel.ParameterName));
    }

    [Theory]
    [MemberData(nameof(KernelNames.AndDimensionsWithMinimum), MemberType = typeof(KernelNames))]
    public void Extent_without_a_window_is_reported(string name, string dimension)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        Shape shape = valid.Shape.With(dimension, valid.Shape.Extent(dimension) - 1);
        Call call = valid with { Shape = shape, InputLength = shape.Length };

        Assert.Equal(valid.Kernel.ParameterName(dimension), call.Fail<ArgumentOutOfRangeException>().ParamName);
    }

    /// <summary>In 32 bits 65536 * 65536 wraps to 0, in 64 bits its square does: the length of an empty input.</summary>
    [Theory]
    [MemberData(nameof(KernelNames.WithTwoDimensions), MemberType = typeof(KernelNames))]
    public void Product_of_dimensions_does_not_wrap(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        foreach (int extent in (int[])[1 << 16, 1 << 30, int.MaxValue])
        {
            Shape shape = valid.Kernel.Dimensions.Aggregate(valid.Shape, (shape, dimension) => shape.With(dimension, extent));
            Call call = valid with { Shape = shape, InputLength = 0, OutputLength = 0, IndicesLength = 0 };
            Assert.Contains(call.Fail<ArgumentException>().ParamName, valid.Kernel.Dimensions.Select(valid.Kernel.ParameterName).Append(valid.Kernel.InputName));
        }
    }

    [Theory]
    [MemberData(nameof(KernelNames.OfSpans), MemberType = typeof(KernelNames))]
    public void Overlap_of_input_and_output_is_reported(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        string output = valid.Kernel.OutputName;
        int inputElement = valid.Kernel.Pooling.Input.Size;
        int outputElement = valid.Kernel.Pooling.Output.Size;

        Assert.Null(valid.Complaint(size => new(0, size.Input, size.Input + size.Output)));
        Assert.Null(valid.Complaint(size => new(size.Output, 0, size.Input + size.Output)));
        Assert.Equal(output, valid.Complaint(size => new(0, 0, size.Input + size.Output)));
        Assert.Equal(output, valid.Complaint(size => new(0, size.Input - inputElement, size.Input + size.Output)));
        Assert.Equal(output, valid.Complaint(size => new(size.Output - outputElement, 0, size.Input + size.Output)));
    }

    [Theory]
    [MemberData(nameof(KernelNames.WithIndices), MemberType = typeof(KernelNames))]
    public void Overlap_of_indices_is_reported(string name)
    {
        Call valid = Call.Valid(KernelCatalogue.Get(name));
        int inputElement = valid.Kernel.Pooling.Input.Size;
        int outputElement = valid.Kernel.Pooling.Output.Size;
        int index = valid.Kernel.Pooling.Indices!.Size;

        Assert.Null(valid.Complaint(size => new(size.Indices + size.Output, size.Indices, 0)));
        Assert.Equal("indices", valid.Complaint(size => new(size.Output, 0, size.Output + size.Input - inputElement)));
        Assert.Equal("indices", valid.Complaint(size => new(size.Indices - index, size.Indices + size.Input, 0)));
        Assert.Equal("indices", valid.Complaint(size => new(0, size.Input, size.Input + size.Output - outputElement)));
        Assert.Equal("indices", valid.Complaint(size => new(size.Indices + size.Output, size.Indices - index, 0)));
    }

    private static void AssertReportsLength(Call call, string parameter, int actual, int needed)
    {
        ArgumentException exception = call.Fail<ArgumentException>();
        Assert.Equal(typeof(ArgumentException), exception.GetType());
        Assert.Equal(parameter, exception.ParamName);

        string[] numbers = [.. Regex.Matches(exception.Message, "[0-9]+").Select(match => match.Value)];
        Assert.Contains(actual.ToString(CultureInfo.InvariantCulture), numbers);
        Assert.Contains(needed.ToString(CultureInfo.InvariantCulture), numbers);
    }
}
