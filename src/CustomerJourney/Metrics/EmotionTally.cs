using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The tally of feelings, which need not be whole numbers: exact sums.</summary>
internal sealed class EmotionTally : Tally<EmotionResult>
{
    // The mean, and the shares of positive, neutral and negative answers.
    private const int Figures = 4;

    private readonly ObservedEmotion _definition;
    private readonly OffScale _off = new();
    private readonly MeanSums _values = new();
    private readonly long[] _signs = new long[Figures - 1];
    private readonly Clustered[] _clusters;
    private readonly WeightSums? _weights;
    private readonly NameSet? _questions;
    private readonly double[] _worth = new double[Figures];
    private long _customers;
    private long _sumOfSquaredCounts;
    private long _customerCount;

    public EmotionTally(ObservedEmotion definition)
    {
        _definition = definition;
        _clusters = definition.IsClustered ? [.. Enumerable.Range(0, Figures).Select(_ => new Clustered())] : [];
        _weights = definition.Weight is { } weight ? new WeightSums(weight, Figures) : null;
        _questions = definition.Question is null ? new() : null;
    }

    public override void Add(in TraceEvent e)
    {
        double score = e.Score;
        if (!ObservedEmotion.IsOnScale(score))
        {
            _off.Add(score);
            return;
        }

        double? weight = _weights?.WeightOf(e);
        if (_weights is not null && weight is null) return;
        int sign = 1 - Math.Sign(score);
        Array.Clear(_worth);
        _worth[0] = score;
        _worth[1 + sign] = 1;
        if (weight is { } own) _weights!.Add(own, _worth);
        _values.Add(score);
        _signs[sign]++;
        for (int figure = 0; figure < _clusters.Length; figure++) _clusters[figure].Customer += _worth[figure];
        _customerCount++;
        _questions?.Note(e);
    }

    public override void EndCustomer()
    {
        _weights?.EndCustomer();
        if (_customerCount == 0) return;
        _customers++;
        _sumOfSquaredCounts += _customerCount * _customerCount;
        foreach (Clustered figure in _clusters) figure.EndCustomer(_customerCount);
        _customerCount = 0;
    }

    public override void Merge(Tally<EmotionResult> other)
    {
        EmotionTally part = (EmotionTally)other;
        _off.Merge(part._off);
        _values.Merge(part._values);
        for (int sign = 0; sign < _signs.Length; sign++) _signs[sign] += part._signs[sign];
        for (int figure = 0; figure < _clusters.Length; figure++) _clusters[figure].Merge(part._clusters[figure]);
        _weights?.Merge(part._weights!);
        _questions?.Merge(part._questions!);
        _customers += part._customers;
        _sumOfSquaredCounts += part._sumOfSquaredCounts;
    }

    public override EmotionResult ToResult() => new()
    {
        Definition = _definition,
        Positive = _signs[0],
        Neutral = _signs[1],
        Negative = _signs[2],
        Sample = _values.ToSample(),
        Invalid = _off.Count,
        Customers = _customers,
        Clusters = _definition.IsClustered ? Array.AsReadOnly([.. _clusters.Select((figure, index) => figure.ToTotals(_customers, _values.Count, index == 0 ? _values.Sum : _signs[index - 1], _sumOfSquaredCounts))]) : null,
        Questions = _questions.Named(),
        Weighting = _weights?.ToWeighting(),
        OnScale = _definition.TrustScale ? null : new ScaleCheck("Emotion", (-ObservedEmotion.Strongest, ObservedEmotion.Strongest), null, _values.Count, _off, ObservedEmotion.Fix),
    };

    public override void Save(BinaryWriter state)
    {
        _off.Save(state);
        _values.Save(state);
        foreach (long count in _signs) state.Write(count);
        foreach (Clustered figure in _clusters) figure.Save(state);
        _weights?.Save(state);
        _questions?.Save(state);
        state.Write(_customers);
        state.Write(_sumOfSquaredCounts);
    }

    public override void Load(BinaryReader state)
    {
        _off.Load(state);
        _values.Load(state);
        for (int sign = 0; sign < _signs.Length; sign++) _signs[sign] = KeptNumbers.ReadCount(state);
        foreach (Clustered figure in _clusters) figure.Load(state);
        _weights?.Load(state);
        _questions?.Load(state);
        _customers = KeptNumbers.ReadCount(state);
        _sumOfSquaredCounts = KeptNumbers.ReadSum(state);
        if (_signs.Sum() != _values.Count || _customers > _values.Count || _sumOfSquaredCounts < 0)
            throw new InvalidDataException($"{_signs.Sum()} feelings of {_customers} customers among {_values.Count} are not possible.");
    }

    /// <summary>Sums over customers for one figure.</summary>
    private sealed class Clustered
    {
        private ExactSum _squares = new();
        private ExactSum _products = new();

        public double Customer { get; set; }

        public void EndCustomer(long count)
        {
            _squares.AddProduct(Customer, Customer);
            _products.AddProduct(Customer, count);
            Customer = 0;
        }

        public void Merge(Clustered other)
        {
            _squares.Merge(other._squares);
            _products.Merge(other._products);
        }

        public ClusterTotals ToTotals(long customers, long count, double sum, long sumOfSquaredCounts) => new()
        {
            Clusters = customers,
            Count = count,
            Sum = sum,
            SumOfSquares = _squares.ToDouble(),
            SumOfProducts = _products.ToDouble(),
            SumOfSquaredCounts = sumOfSquaredCounts,
        };

        public void Save(BinaryWriter state)
        {
            _squares.Save(state);
            _products.Save(state);
        }

        public void Load(BinaryReader state)
        {
            _squares = ExactSum.Load(state);
            _products = ExactSum.Load(state);
        }
    }
}
