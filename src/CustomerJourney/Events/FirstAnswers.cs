namespace CustomerJourney.Events;

/// <summary>Marks, for a run of customers, the answer of each that comes first, so that answers can be read one after another without asking whose they are. Made once and used for run after run.</summary>
internal sealed class FirstAnswers
{
    private bool[] _marks = [];

    /// <summary>For each answer of a run whether it is the first one of its customer. What is given is overwritten by the next call.</summary>
    /// <param name="feedback">The answers of the log.</param>
    /// <param name="first">The first customer.</param>
    /// <param name="end">The customer after the last one.</param>
    /// <param name="backward">Whether answers are read from the last one to the first one, so that the last one of a customer comes first.</param>
    public ReadOnlySpan<bool> In(FeedbackColumn feedback, int first, int end, bool backward)
    {
        int begin = feedback.Offsets[first], count = feedback.Offsets[end] - begin;
        if (_marks.Length <= count) _marks = new bool[Math.Max(count + 1, 2 * _marks.Length)];
        Span<bool> marks = _marks.AsSpan(0, count + 1);
        marks.Clear();

        // A customer without answers begins where the next one does and ends where the one before does, so no customer need be asked whether he has any.
        int shift = backward ? 1 : 0;
        foreach (int offset in feedback.Offsets.AsSpan((first + shift)..(end + shift))) marks[offset - begin] = true;
        return marks.Slice(shift, count);
    }
}
