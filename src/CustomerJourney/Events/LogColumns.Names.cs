namespace CustomerJourney.Events;

/// <content>Forgetting: columns without what no event or customer has any more.</content>
internal sealed partial record LogColumns
{
    /// <summary>The same columns with events and channels coded anew, and without names and columns that nothing uses. Attributes stay known by their names.</summary>
    public LogColumns WithoutUnused(UsedNames events, UsedNames channels) => this with
    {
        Events = events.IsAll ? Events : events.Recode(Events),
        Channels = Channels is null || channels.Names.Length == 0 ? null : channels.IsAll ? Channels : channels.Recode(Channels),
        StartedAt = StartedAt is null || StartedAt.AsSpan().SequenceEqual(Ticks) ? null : StartedAt,
        RecordedAt = OrNull(RecordedAt, EventRow.None),
        Sequences = OrNull(Sequences, EventRow.None),
        Ids = OrNull(Ids, null),
        Feedback = WithoutUnused(Feedback),
        Money = WithoutUnused(Money),
        EventAttributes = [.. EventAttributes.Select(attribute => attribute.WithoutUnusedValues())],
        CustomerAttributes = [.. CustomerAttributes.Select(attribute => attribute.WithoutUnusedValues())],
    };

    private static T[]? OrNull<T>(T[]? column, T missing)
        where T : IEquatable<T>? => column is null || column.AsSpan().IndexOfAnyExcept(missing) < 0 ? null : column;

    private static FeedbackColumn? WithoutUnused(FeedbackColumn? column)
    {
        if (column is null) return null;
        UsedNames questions = UsedNames.Of(column.QuestionNames, column.Questions), about = UsedNames.Of(column.AboutNames, column.About);
        return column with
        {
            Questions = Recoded(column.Questions, questions),
            QuestionNames = questions.Names,
            About = Recoded(column.About, about),
            AboutNames = about.Names,
        };
    }

    private static MoneyColumn? WithoutUnused(MoneyColumn? column)
    {
        if (column is null) return null;
        UsedNames currencies = UsedNames.Of(column.CurrencyNames, column.Currencies);
        return column with { Currencies = Recoded(column.Currencies, currencies), CurrencyNames = currencies.Names };
    }

    private static int[]? Recoded(int[]? codes, UsedNames names) =>
        codes is null || names.Names.Length == 0 ? null : names.IsAll ? codes : names.Recode(codes);
}
