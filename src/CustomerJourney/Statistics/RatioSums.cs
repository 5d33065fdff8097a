using System.Runtime.CompilerServices;

namespace CustomerJourney.Statistics;

/// <summary>
/// The sums over units from which a ratio and its standard error follow, so that it can be taken in one pass and in parts. The sums are exact, so any order and any partition of the units
/// give the same bits. Not safe for use by several threads at once: add apart and <see cref="Merge"/>.
/// </summary>
/// <remarks>
/// The squares of the residuals are the difference of large sums, which are exact and subtracted exactly: only where the ratio explains all but about 1e-14 of the numerators,
/// which is what rounding of the numerators themselves leaves, do they count as 0.
/// </remarks>
public sealed class RatioSums
{
    // What is left of the squares below this part of them is rounding of the numerators.
    private const double RoundingShare = 1e-28;

    private readonly ExactSum[] _sums;
    private long _units;

    /// <summary>Starts without units.</summary>
    public RatioSums()
        : this([new(), new(), new(), new(), new()], 0)
    {
    }

    private RatioSums(ExactSum[] sums, long units) => (_sums, _units) = (sums, units);

    private ExactSum Numerators => _sums[0];

    private ExactSum Denominators => _sums[1];

    private ExactSum SquaredNumerators => _sums[2];

    private ExactSum Products => _sums[3];

    private ExactSum SquaredDenominators => _sums[4];

    /// <summary>Adds a unit.</summary>
    /// <param name="numerator">Its numerator, finite.</param>
    /// <param name="denominator">Its denominator, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or too large to be squared, or <paramref name="denominator"/> is negative; nothing was added.</exception>
    public void Add(double numerator, double denominator)
    {
        Check(numerator);
        Check(denominator);
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        Numerators.Add(numerator);
        Denominators.Add(denominator);
        SquaredNumerators.AddProduct(numerator, numerator);
        Products.AddProduct(numerator, denominator);
        SquaredDenominators.AddProduct(denominator, denominator);
        _units++;
    }

    /// <summary>Adds all units of another, which is left as it was.</summary>
    /// <param name="other">Sums over other units.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    public void Merge(RatioSums other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < _sums.Length; i++) _sums[i].Merge(other._sums[i]);
        _units += other._units;
    }

    /// <summary>The sums so far, each rounded once. With customers as the units, what a comparison of groups needs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A sum is too large for a double.</exception>
    public RatioSample ToSample() => new(
        _units, Numerators.ToDouble(), Denominators.ToDouble(), SquaredNumerators.ToDouble(), Products.ToDouble(), SquaredDenominators.ToDouble());

    /// <summary>The ratio of the units so far; <see langword="null"/> without units or when all denominators are 0.</summary>
    public RatioOfMeans? ToRatio()
    {
        double total = Denominators.ToDouble();
        if (total == 0) return null;
        double ratio = Numerators.ToDouble() / total;
        return RatioOfMeans.From(ratio, Residual(ratio) / total / total, total, _units);
    }

    // Σ(num − ratio·den)² = Σnum² − 2·ratio·Σnum·den + ratio²·Σden², without rounding but that of each sum to two doubles.
    private double Residual(double ratio)
    {
        (double squares, double restOfSquares) = SquaredNumerators.ToTwoDoubles();
        (double products, double restOfProducts) = Products.ToTwoDoubles();
        (double denominators, double restOfDenominators) = SquaredDenominators.ToTwoDoubles();
        double square = ratio * ratio, restOfSquare = Math.FusedMultiplyAdd(ratio, ratio, -square);
        ExactSum residual = new();
        residual.Add(squares);
        residual.Add(restOfSquares);
        for (int i = 0; i < 2; i++)
        {
            residual.AddProduct(-ratio, products);
            residual.AddProduct(-ratio, restOfProducts);
        }

        residual.AddProduct(square, denominators);
        residual.AddProduct(square, restOfDenominators);
        residual.AddProduct(restOfSquare, denominators);
        double result = residual.ToDouble();
        return result <= RoundingShare * squares ? 0 : result;
    }

    /// <summary>Writes the state; equal units write equal bytes, whatever their order.</summary>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_units);
        foreach (ExactSum sum in _sums) sum.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of such sums.</exception>
    public static RatioSums Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        long units = reader.ReadInt64();
        RatioSums sums = new([ExactSum.Load(reader), ExactSum.Load(reader), ExactSum.Load(reader), ExactSum.Load(reader), ExactSum.Load(reader)], units);
        if (!sums.CanBe())
            throw new InvalidDataException($"The state of a ratio has {units} units and sums that so many cannot have.");
        return sums;
    }

    // Sums of squares are not negative, and bound all other sums by the inequality of Cauchy and Schwarz.
    private bool CanBe()
    {
        const double Rounding = 1 + 1e-9;
        double numerators = Math.Sqrt(SquaredNumerators.ToDouble()), denominators = Math.Sqrt(SquaredDenominators.ToDouble()), root = _units >= 0 ? Math.Sqrt(_units) : double.NaN;
        return Denominators.ToDouble() >= 0
            && Math.Abs(Numerators.ToDouble()) <= root * numerators * Rounding
            && Denominators.ToDouble() <= root * denominators * Rounding
            && Math.Abs(Products.ToDouble()) <= numerators * denominators * Rounding
            && (_units > 0 || (numerators == 0 && denominators == 0));
    }

    private static void Check(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        Domain.CheckFinite(value, name);
        if (!double.IsFinite(value * value)) throw new ArgumentOutOfRangeException(name, value, "The number is too large to be squared: choose a larger unit.");
    }
}
