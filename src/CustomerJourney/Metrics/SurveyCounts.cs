using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The answers behind survey figures: how many of each score, how many outside the scale, and from how many customers. Exact integers throughout.</summary>
internal sealed class SurveyCounts
{
    private readonly int _minimum;
    private readonly long[] _byScore;
    private readonly Figure[] _figures;
    private long _sumOfSquaredCounts;
    private long _customerCount;

    /// <summary>Counts over a scale of whole numbers.</summary>
    /// <param name="minimum">The smallest score.</param>
    /// <param name="answers">How many scores there are.</param>
    /// <param name="figures">For each figure that is taken over customers what each score of the scale is worth in it: −1, 0, 1 in a net share, 0 or 1 in a share, the score in a mean. None where a customer counts once.</param>
    public SurveyCounts(int minimum, int answers, long[][] figures)
    {
        _minimum = minimum;
        _byScore = new long[answers];
        _figures = [.. figures.Select(values => new Figure(values))];
    }

    public IReadOnlyList<long> ByScore => Array.AsReadOnly((long[])_byScore.Clone());

    /// <summary>Answers that are not on the scale.</summary>
    public OffScale Off { get; } = new();

    /// <summary>The customers with at least one valid answer.</summary>
    public long Customers { get; private set; }

    public long Answers => _byScore.Sum();

    /// <summary>The sums over customers that the intervals of figures need where several answers of one customer count.</summary>
    public IReadOnlyList<ClusterTotals> Clusters => Array.AsReadOnly([.. _figures.Select(figure => new ClusterTotals
    {
        Clusters = Customers,
        Count = Answers,
        Sum = _byScore.Select((count, index) => count * figure.Values[index]).Sum(),
        SumOfSquares = figure.SumOfSquares,
        SumOfProducts = figure.SumOfProducts,
        SumOfSquaredCounts = _sumOfSquaredCounts,
    })]);

    /// <summary>The place of a score on the scale; −1 where it is not on it.</summary>
    public int PlaceOf(double score)
    {
        double place = score - _minimum;
        int index = place >= 0 && place < _byScore.Length ? (int)place : -1;
        return index != place ? -1 : index;
    }

    public void Add(double score)
    {
        int index = PlaceOf(score);
        if (index < 0)
        {
            Off.Add(score);
            return;
        }

        _byScore[index]++;
        foreach (Figure figure in _figures) figure.CustomerSum += figure.Values[index];
        _customerCount++;
    }

    public void EndCustomer()
    {
        if (_customerCount == 0) return;
        Customers++;
        _sumOfSquaredCounts += _customerCount * _customerCount;
        foreach (Figure figure in _figures) figure.EndCustomer(_customerCount);
        _customerCount = 0;
    }

    public void Merge(SurveyCounts other)
    {
        for (int index = 0; index < _byScore.Length; index++) _byScore[index] += other._byScore[index];
        Off.Merge(other.Off);
        Customers += other.Customers;
        _sumOfSquaredCounts += other._sumOfSquaredCounts;
        for (int index = 0; index < _figures.Length; index++) _figures[index].Merge(other._figures[index]);
    }

    public void Save(BinaryWriter state)
    {
        foreach (long count in _byScore) state.Write(count);
        Off.Save(state);
        state.Write(Customers);
        foreach (Figure figure in _figures)
        {
            state.Write(figure.SumOfSquares);
            state.Write(figure.SumOfProducts);
        }

        state.Write(_sumOfSquaredCounts);
    }

    public void Load(BinaryReader state)
    {
        for (int index = 0; index < _byScore.Length; index++) _byScore[index] = KeptNumbers.ReadCount(state);
        Off.Load(state);
        Customers = KeptNumbers.ReadCount(state);
        foreach (Figure figure in _figures)
        {
            figure.SumOfSquares = KeptNumbers.ReadSum(state);
            figure.SumOfProducts = KeptNumbers.ReadSum(state);
        }

        _sumOfSquaredCounts = KeptNumbers.ReadSum(state);
        if (Customers > KeptNumbers.Count(Answers) || _sumOfSquaredCounts < 0 || _figures.Any(figure => figure.SumOfSquares < 0))
            throw new InvalidDataException("Counts of answers cannot be negative, and each customer counted gave an answer.");
    }

    /// <summary>What the scores are worth in one figure, and the sums over customers.</summary>
    private sealed class Figure(long[] values)
    {
        public long[] Values { get; } = values;

        public long SumOfSquares { get; set; }

        public long SumOfProducts { get; set; }

        public long CustomerSum { get; set; }

        public void EndCustomer(long count)
        {
            SumOfSquares += CustomerSum * CustomerSum;
            SumOfProducts += CustomerSum * count;
            CustomerSum = 0;
        }

        public void Merge(Figure other)
        {
            SumOfSquares += other.SumOfSquares;
            SumOfProducts += other.SumOfProducts;
        }
    }
}
