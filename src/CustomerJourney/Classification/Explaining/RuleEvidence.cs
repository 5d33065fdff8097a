using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Finds the events that made a rule hold. That it held is known; here is only asked what it saw.</summary>
internal sealed class RuleEvidence
{
    private const int None = -1;

    private readonly CustomerCourse _course;
    private readonly SortedDictionary<int, decimal?> _pieces = [];

    private RuleEvidence(CustomerCourse course) => _course = course;

    /// <summary>The events by their places, with the amounts that they add to a total.</summary>
    public IReadOnlyDictionary<int, decimal?> Pieces => _pieces;

    /// <summary>What a total had come to at the last event at which it held; null for other rules.</summary>
    public decimal? Total { get; private set; }

    /// <param name="course">The events of the customer.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="held">The events at which it held, by their places, ascending.</param>
    public static RuleEvidence Of(CustomerCourse course, StageRule rule, IReadOnlyList<int> held)
    {
        RuleEvidence evidence = new(course);
        switch (rule)
        {
            case CountRule { Times: > 1 } count:
                evidence.AddCount(count, held);
                break;
            case TotalValueRule total:
                evidence.AddTotal(total, held[^1]);
                break;
            case SequenceRule sequence:
                evidence.AddSequences(sequence, held);
                break;
        }

        foreach (int place in held) evidence._pieces.TryAdd(place, null);
        return evidence;
    }

    /// <summary>The event at which a silence began: the last one before that matches; -1 if it is sealed.</summary>
    public static int BeginOf(CustomerCourse course, SilenceRule rule, in CourseStep silence)
    {
        PatternMatcher of = new(rule.Of);
        long began = silence.Ticks - rule.Silence.Ticks;
        int place = silence.After;
        while (place >= 0 && course.Started[place] >= began && !(course.Started[place] == began && of.Matches(course.Events[place]))) place--;
        return place >= 0 && course.Started[place] == began ? place : -1;
    }

    private void AddCount(CountRule rule, IReadOnlyList<int> held)
    {
        PatternMatcher when = new(rule.When);
        int before = -1;
        foreach (int last in held)
        {
            // Windows only move on: what lies in this one at or before the event at which the rule held before lay in that one's.
            for (int place = last; place > before && IsWithin(rule.Within, place, last); place--) AddIf(when, place);
            before = last;
        }
    }

    private void AddIf(PatternMatcher when, int place)
    {
        if (when.Matches(_course.Events[place])) _pieces[place] = null;
    }

    private void AddTotal(TotalValueRule rule, int last)
    {
        PatternMatcher when = new(rule.When);
        decimal total = 0;
        for (int place = 0; place <= last; place++)
        {
            JourneyEvent one = _course.Events[place];
            if (!when.Matches(one) || !ArrivingEvent.TryGetAmount(one, out long units, out string? currency) || !string.Equals(currency, rule.Currency, StringComparison.Ordinal)) continue;
            decimal amount = MoneyUnits.ToDecimal(units);
            total += amount;
            if (amount != 0) _pieces[place] = amount;
        }

        Total = total;
    }

    private void AddSequences(SequenceRule rule, IReadOnlyList<int> held)
    {
        PatternMatcher[] steps = [.. rule.Steps.Select(step => new PatternMatcher(step))];
        PatternMatcher[] without = [.. rule.Without.Select(pattern => new PatternMatcher(pattern))];
        bool[][] isStep = [.. steps.Select(step => _course.Events.Select(step.Matches).ToArray())];
        // Where chains that end at an event may begin: behind the latest event before it that breaks them.
        int[] begins = new int[_course.Events.Count];
        for (int place = 1; place < begins.Length; place++)
            begins[place] = !isStep.Any(step => step[place - 1]) && without.Any(pattern => pattern.Matches(_course.Events[place - 1])) ? place : begins[place - 1];
        int[] firsts = new int[_course.Events.Count];
        Array.Fill(firsts, None);
        int first = 0;
        foreach (int last in held)
        {
            first = Math.Max(first, begins[last]);
            while (!IsWithin(rule.Within, first, last)) first++;
            firsts[last] = first;
        }

        AddChains(isStep, LatestBegins(isStep), firsts);
    }

    /// <summary>For each step and event where the latest chain of the steps so far that ends with it begins; <see cref="None"/> if there is none.</summary>
    private static int[][] LatestBegins(bool[][] isStep)
    {
        int[][] latest = [.. isStep.Select(places => new int[places.Length])];
        for (int step = 0; step < isStep.Length; step++)
        {
            int before = None;
            for (int place = 0; place < isStep[step].Length; place++)
            {
                latest[step][place] = !isStep[step][place] ? None : step == 0 ? place : before;
                if (step > 0) before = Math.Max(before, latest[step - 1][place]);
            }
        }

        return latest;
    }

    /// <summary>
    /// Adds every event of every whole chain. The later a chain ends, the later it has to begin; so an event is on one if the latest chain that leads to it may end where the earliest one that leads on from it ends.
    /// </summary>
    /// <param name="isStep">For each step which events it matches.</param>
    /// <param name="latestBegins">For each step and event where the latest chain up to it begins.</param>
    /// <param name="firsts">For each event at which the rule held where chains that end there may begin at the earliest, ascending; <see cref="None"/> for the others.</param>
    private void AddChains(bool[][] isStep, int[][] latestBegins, int[] firsts)
    {
        const int Never = int.MaxValue;
        int[] ends = [.. firsts.Select((first, place) => first == None ? Never : place)];
        for (int step = isStep.Length - 1; step >= 0; step--)
        {
            int[] earlier = new int[ends.Length];
            int after = Never;
            for (int place = ends.Length - 1; place >= 0; place--)
            {
                int end = isStep[step][place] ? ends[place] : Never;
                if (end != Never && latestBegins[step][place] >= firsts[end]) _pieces[place] = null;
                earlier[place] = after;
                after = Math.Min(after, end);
            }

            ends = earlier;
        }
    }

    private bool IsWithin(TimeSpan? window, int place, int last) => window is not { } within || _course.Started[last] - _course.Started[place] <= within.Ticks;
}
