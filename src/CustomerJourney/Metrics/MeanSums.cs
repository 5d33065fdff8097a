using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Exact sums of numbers for their mean: neither order nor division of the numbers matters.</summary>
internal sealed class MeanSums
{
    private ExactSum _sum = new();
    private ExactSum _squares = new();
    private long _count;

    public long Count => _count;

    public double Sum => _sum.ToDouble();

    public void Add(double value)
    {
        _count++;
        _sum.Add(value);
        _squares.AddProduct(value, value);
    }

    /// <summary>Adds a number that was met so many times.</summary>
    public void Add(double value, long times)
    {
        double square = value * value;
        _count += times;
        _sum.AddProduct(value, times);
        _squares.AddProduct(square, times);
        _squares.AddProduct(Math.FusedMultiplyAdd(value, value, -square), times);
    }

    public void Merge(MeanSums other)
    {
        _count += other._count;
        _sum.Merge(other._sum);
        _squares.Merge(other._squares);
    }

    public MeanSample ToSample() => new(_count, _sum.ToDouble(), _squares.ToDouble());

    public void Save(BinaryWriter state)
    {
        state.Write(_count);
        _sum.Save(state);
        _squares.Save(state);
    }

    public void Load(BinaryReader state)
    {
        _count = KeptNumbers.ReadCount(state);
        _sum = ExactSum.Load(state);
        _squares = ExactSum.Load(state);
        double root = Math.Sqrt(_squares.ToDouble());
        if (!(Math.Abs(_sum.ToDouble()) <= Math.Sqrt(_count) * root * (1 + 1e-9)) || (_count == 0 && root != 0)) throw new InvalidDataException($"{_count} numbers with a sum of {_sum.ToDouble()} and a sum of squares of {_squares.ToDouble()} are not possible.");
    }
}
