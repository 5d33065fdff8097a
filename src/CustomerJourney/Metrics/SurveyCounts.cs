using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The answers behind a survey figure: how many of each score, how many outside the scale, and from how many customers. Exact integers throughout.</summary>
internal sealed class SurveyCounts
{
    private readonly int _minimum;
    private readonly long[] _values;
    private readonly long[] _byScore;
    private long _sumOfSquares;
    private long _sumOfProducts;
    private long _sumOfSquaredCounts;
    private long _customerSum;
    private long _customerCount;

    /// <summary>Counts over a scale of whole numbers.</summary>
    /// <param name="minimum">The smallest score.</param>
    /// <param name="values">What each score of the scale is worth in the figure: −1, 0, 1 for NPS, 0 or 1 for a share, the score for a mean.</param>
    public SurveyCounts(int minimum, long[] values)
    {
        _minimum = minimum;
        _values = values;
        _byScore = new long[values.Length];
    }

    public ReadOnlySpan<long> ByScore => _byScore;

    public long Invalid { get; private set; }

    /// <summary>The customers with at least one valid answer.</summary>
    public long Customers { get; private set; }

    public long Answers => Count(static _ => true);

    public ClusterTotals Clusters => new()
    {
        Clusters = Customers,
        Count = Answers,
        Sum = Sum,
        SumOfSquares = _sumOfSquares,
        SumOfProducts = _sumOfProducts,
        SumOfSquaredCounts = _sumOfSquaredCounts,
    };

    private long Sum
    {
        get
        {
            long sum = 0;
            for (int index = 0; index < _byScore.Length; index++) sum += _byScore[index] * _values[index];
            return sum;
        }
    }

    /// <summary>The answers whose score is worth something that passes.</summary>
    public long Count(Func<long, bool> passes)
    {
        long count = 0;
        for (int index = 0; index < _byScore.Length; index++)
        {
            if (passes(_values[index])) count += _byScore[index];
        }

        return count;
    }

    public void Add(double score)
    {
        double place = score - _minimum;
        if (place >= 0 && place < _byScore.Length && place == Math.Truncate(place))
        {
            _byScore[(int)place]++;
            _customerSum += _values[(int)place];
            _customerCount++;
        }
        else
        {
            Invalid++;
        }
    }

    public void EndCustomer()
    {
        if (_customerCount == 0) return;
        Customers++;
        _sumOfSquares += _customerSum * _customerSum;
        _sumOfProducts += _customerSum * _customerCount;
        _sumOfSquaredCounts += _customerCount * _customerCount;
        _customerSum = 0;
        _customerCount = 0;
    }

    public void Merge(SurveyCounts other)
    {
        for (int index = 0; index < _byScore.Length; index++) _byScore[index] += other._byScore[index];
        Invalid += other.Invalid;
        Customers += other.Customers;
        _sumOfSquares += other._sumOfSquares;
        _sumOfProducts += other._sumOfProducts;
        _sumOfSquaredCounts += other._sumOfSquaredCounts;
    }

    public void Save(BinaryWriter state)
    {
        foreach (long count in _byScore) state.Write(count);
        state.Write(Invalid);
        state.Write(Customers);
        state.Write(_sumOfSquares);
        state.Write(_sumOfProducts);
        state.Write(_sumOfSquaredCounts);
    }

    public void Load(BinaryReader state)
    {
        for (int index = 0; index < _byScore.Length; index++) _byScore[index] = state.ReadInt64();
        Invalid = state.ReadInt64();
        Customers = state.ReadInt64();
        _sumOfSquares = state.ReadInt64();
        _sumOfProducts = state.ReadInt64();
        _sumOfSquaredCounts = state.ReadInt64();
        if (_byScore.Any(count => count < 0) || Invalid < 0 || Customers < 0 || Customers > Answers || _sumOfSquares < 0 || _sumOfSquaredCounts < 0)
            throw new InvalidDataException("Counts of answers cannot be negative, and each customer counted gave an answer.");
    }
}
