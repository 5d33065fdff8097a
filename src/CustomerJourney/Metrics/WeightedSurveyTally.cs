using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>The tally of weighted surveys on a scale of whole numbers.</summary>
internal sealed class WeightedSurveyTally<TResult>(SurveyCounts counts, WeightSums weights, long[][] figures, bool watchesQuestions, Func<SurveyCounts, SurveyFacts, TResult> result) : Tally<TResult>
{
    private readonly SurveyCounts _counts = counts;
    private readonly WeightSums _weights = weights;
    private readonly double[] _values = new double[figures.Length];
    private readonly NameSet? _questions = watchesQuestions ? new() : null;
    private bool _beginsCustomer = true;

    public override void Add(in TraceEvent e)
    {
        double score = e.Score;
        int place = _counts.PlaceOf(score);
        if (place >= 0)
        {
            if (_weights.WeightOf(e) is not { } weight) return;
            for (int figure = 0; figure < figures.Length; figure++) _values[figure] = figures[figure][place];
            _weights.Add(weight, _values);
        }

        _counts.Add(score, _beginsCustomer);
        _beginsCustomer = false;
        _questions?.Note(e);
    }

    public override void EndCustomer()
    {
        _beginsCustomer = true;
        _weights.EndCustomer();
    }

    public override void Merge(Tally<TResult> other)
    {
        WeightedSurveyTally<TResult> part = (WeightedSurveyTally<TResult>)other;
        _counts.Merge(part._counts);
        _weights.Merge(part._weights);
        _questions?.Merge(part._questions!);
    }

    public override TResult ToResult() => result(_counts, new SurveyFacts(_questions.Named(), _weights.ToWeighting()));

    public override void Save(BinaryWriter state)
    {
        _counts.Save(state);
        _weights.Save(state);
        _questions?.Save(state);
    }

    public override void Load(BinaryReader state)
    {
        _counts.Load(state);
        _weights.Load(state);
        _questions?.Load(state);
    }
}
