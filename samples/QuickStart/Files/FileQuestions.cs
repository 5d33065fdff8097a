using CustomerJourney;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using QuickStart.Findings;

namespace QuickStart.Files;

/// <summary>What can be asked of any log: does the way from stage to stage, or a score, get worse in one period on a channel?</summary>
internal static class FileQuestions
{
    private const int MostChannels = 8;

    public static IReadOnlyList<Question> For(Journey map, JourneyLog log, FeedbackKind scores)
    {
        TimeSpan length = log.Range?.Length ?? TimeSpan.Zero;
        CalendarUnit unit = length < TimeSpan.FromDays(45) ? CalendarUnit.Day : length < TimeSpan.FromDays(400) ? CalendarUnit.Week : CalendarUnit.Month;
        CustomerDimension period = Dimension.Calendar(unit).First;
        CustomerDimension? channel = log.Schema.Channels.Count == 0 ? null : Dimension.Channel.First.Top(MostChannels);
        (TimeSpan within, string words) = length < TimeSpan.FromDays(7) ? (TimeSpan.FromHours(1), "an hour")
            : length < TimeSpan.FromDays(60) ? (TimeSpan.FromDays(1), "a day")
            : (TimeSpan.FromDays(7), "a week");

        PeriodQuestion<T> Ask<T>(string name, Analysis<T> figure, Unit written, string wording)
            where T : IComparableResult => new()
            {
                Name = name,
                Wording = wording,
                Unit = written,
                Figure = figure,
                Period = period,
                PeriodWord = unit.ToString().ToLowerInvariant(),
                Group = channel,
            };

        List<Question> questions =
        [
            .. map.Stages.Zip(map.Stages.Skip(1), (from, to) => Ask(
                $"From “{from}” to “{to}”",
                new FirstAttempt(Moment.Stage(from.Name), Moment.Stage(to.Name), within),
                Unit.Percent,
                $"go on within {words}")),
        ];
        if (scores == FeedbackKind.Nps) questions.Add(Ask("NPS", new Nps(), Unit.NetPromoters, ""));
        if (scores == FeedbackKind.Csat) questions.Add(Ask("CSAT", new Csat(), Unit.Percent, "are satisfied"));
        if (scores == FeedbackKind.Ces) questions.Add(Ask("CES", new Ces(), Unit.Score, "of 7"));
        return questions;
    }
}
