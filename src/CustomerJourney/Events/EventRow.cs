namespace CustomerJourney.Events;

/// <summary>One event on its way into a <see cref="LogBuilder"/>, names already turned into codes.</summary>
internal struct EventRow
{
    public const long None = long.MinValue;

    public EventRow()
    {
    }

    public int Customer;
    public int Event;
    public long At;
    public long StartedAt = None;
    public long RecordedAt = None;
    public long Sequence = None;
    public int Channel = -1;
    public string? Id;

    public bool HasFeedback;
    public FeedbackKind FeedbackKind;
    public double Score;
    public int Question = -1;
    public int About = -1;

    public bool HasMoney;
    public long MoneyUnits;
    public int Currency = -1;
}
