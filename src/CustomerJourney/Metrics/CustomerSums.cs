using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CustomerJourney.Metrics;

/// <summary>Sums over customers of up to four figures of their answers: of the squares of what a customer's answers are worth, and of its products with how many they are. Exact integers.</summary>
/// <remarks>
/// With k answers worth s before, one worth v adds v(2s + v) to the squares and s + v(k + 1) to the products, so nothing is left to do when a customer ends. The figures lie side by side in
/// one vector. It does not notice an overflow in between, nor need it: sums modulo 2^64 are right where the last one fits, which is looked at when they are asked for.
/// </remarks>
internal sealed class CustomerSums
{
    private readonly Vector256<long>[] _worth;
    private readonly long _largest;
    private Vector256<long> _customer;
    private Vector256<long> _squares;
    private Vector256<long> _products;

    /// <param name="figures">For each figure what each place of the scale is worth.</param>
    public CustomerSums(long[][] figures)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(figures.Length, Vector256<long>.Count);
        Figures = figures.Length;
        _worth = new Vector256<long>[figures[0].Length];
        for (int place = 0; place < _worth.Length; place++)
        {
            for (int figure = 0; figure < Figures; figure++) _worth[place] = _worth[place].WithElement(figure, figures[figure][place]);
        }

        _largest = figures.Max(worth => worth.Max(Math.Abs));
    }

    public int Figures { get; }

    public long WorthOf(int figure, int place) => _worth[place][figure];

    /// <summary>Adds an answer of a customer of whom some were added before, directly before this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int place, long before)
    {
        Vector256<long> sum = _customer & Vector256.Create(-before >> 63);
        Vector256<long> worth = _worth[place];
        _squares += worth * (sum + sum + worth);
        _products += sum + (worth * Vector256.Create(before + 1));
        _customer = sum + worth;
    }

    public void Merge(CustomerSums other)
    {
        _squares += other._squares;
        _products += other._products;
    }

    /// <param name="figure">The figure.</param>
    /// <param name="sumOfSquaredCounts">The sum of the squared numbers of answers of the customers.</param>
    public long SumOfSquares(int figure, long sumOfSquaredCounts) => Fits(sumOfSquaredCounts) ? _squares[figure] : throw Overflow();

    /// <inheritdoc cref="SumOfSquares"/>
    public long SumOfProducts(int figure, long sumOfSquaredCounts) => Fits(sumOfSquaredCounts) ? _products[figure] : throw Overflow();

    public void Save(BinaryWriter state, long sumOfSquaredCounts)
    {
        for (int figure = 0; figure < Figures; figure++)
        {
            state.Write(SumOfSquares(figure, sumOfSquaredCounts));
            state.Write(SumOfProducts(figure, sumOfSquaredCounts));
        }
    }

    public void Load(BinaryReader state)
    {
        for (int figure = 0; figure < Figures; figure++)
        {
            _squares = _squares.WithElement(figure, state.ReadInt64());
            _products = _products.WithElement(figure, state.ReadInt64());
        }
    }

    /// <summary>Refuses loaded sums that no answers can have.</summary>
    /// <exception cref="InvalidDataException">A sum is larger than the numbers of answers allow, or a sum of squares is negative.</exception>
    public void Check(long sumOfSquaredCounts)
    {
        if (!Fits(sumOfSquaredCounts)) throw new InvalidDataException($"{sumOfSquaredCounts} squared numbers of answers are too many to be counted together.");
        for (int figure = 0; figure < Figures; figure++)
        {
            if (_squares[figure] < 0 || _squares[figure] > _largest * _largest * sumOfSquaredCounts || Int128.Abs(_products[figure]) > _largest * sumOfSquaredCounts)
                throw new InvalidDataException($"{_squares[figure]} and {_products[figure]} cannot be sums over customers whose squared numbers of answers come to {sumOfSquaredCounts}.");
        }
    }

    /// <summary>Whether no sum can have left the range: the worth of k answers is at most k times the largest.</summary>
    private bool Fits(long sumOfSquaredCounts) => (Int128)_largest * Math.Max(_largest, 1) * sumOfSquaredCounts <= long.MaxValue;

    private static OverflowException Overflow() => new("The sums over customers exceed 64 bits: so many answers of single customers cannot be counted together.");
}
