using System.Numerics;

namespace PoolingGen.Runtime;

/// <summary>
/// One or several doubles, so that an algorithm is written once for all widths and gives the same bits at each. Masks
/// have all bits of a lane set, or none.
/// </summary>
internal interface IDoubles<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>,
    IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, IDoubles<TSelf>
{
    /// <summary>The same number in all lanes.</summary>
    static abstract TSelf Create(double value);

    /// <summary>The sum of the bits as integers.</summary>
    TSelf AddBits(long bits);

    /// <summary>The difference of the bits as integers.</summary>
    TSelf SubtractBits(TSelf bits);

    /// <summary>The bits of one or of both.</summary>
    TSelf OrBits(TSelf bits);

    /// <summary>The bits moved up.</summary>
    TSelf ShiftBitsLeft(int count);

    /// <summary>The bits moved down, zeros moved in.</summary>
    TSelf ShiftBitsRight(int count);

    /// <summary>Where this is less.</summary>
    TSelf LessThan(TSelf other);

    /// <summary>Where both are the same number.</summary>
    TSelf EqualTo(TSelf other);

    /// <summary>The one number where this, a mask, is set, the other elsewhere.</summary>
    TSelf Select(TSelf value, TSelf other);
}
