using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>The tally of surveys on a scale of whole numbers: counts by score, turned into a result at the end.</summary>
internal sealed class SurveyTally<TResult>(SurveyCounts counts, bool watchesQuestions, Func<SurveyCounts, SurveyFacts, TResult> result) : Tally<TResult>
{
    private readonly SurveyCounts _counts = counts;
    private readonly NameSet? _questions = watchesQuestions ? new() : null;
    private bool _beginsCustomer = true;

    // Once is enough: all scores that come without their events are answers to no named question.
    private bool _notesNone = watchesQuestions;

    public override void Add(in TraceEvent e)
    {
        _counts.Add(e.Score, _beginsCustomer);
        _beginsCustomer = false;
        _questions?.Note(e);
    }

    internal override void AddScore(double score, bool isFirst)
    {
        _counts.Add(score, isFirst);
        if (_notesNone) NoteNone();
    }

    public override void EndCustomer() => _beginsCustomer = true;

    public override void Merge(Tally<TResult> other)
    {
        SurveyTally<TResult> part = (SurveyTally<TResult>)other;
        _counts.Merge(part._counts);
        _questions?.Merge(part._questions!);
    }

    public override TResult ToResult() => result(_counts, new SurveyFacts(_questions.Named(), null));

    public override void Save(BinaryWriter state)
    {
        _counts.Save(state);
        _questions?.Save(state);
    }

    public override void Load(BinaryReader state)
    {
        _counts.Load(state);
        _questions?.Load(state);
    }

    private void NoteNone()
    {
        _questions!.Add("");
        _notesNone = false;
    }
}
