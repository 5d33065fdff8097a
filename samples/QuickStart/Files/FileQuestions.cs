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
        Reach reach = Reach.Of(log);
        CustomerDimension period = Dimension.Calendar(reach.Period).First;
        CustomerDimension? channel = log.Schema.Channels.Count == 0 ? null : Dimension.Channel.First.Top(MostChannels);

        PeriodQuestion<T> Ask<T>(string name, Analysis<T> figure, Unit written, string wording)
            where T : IComparableResult => new()
            {
                Name = name,
                Wording = wording,
                Unit = written,
                Figure = figure,
                Period = period,
                PeriodWord = reach.Period.ToString().ToLowerInvariant(),
                Group = channel,
            };

        List<Question> questions =
        [
            .. map.Stages.Zip(map.Stages.Skip(1), (from, to) => Ask(
                $"From “{from}” to “{to}”",
                new FirstAttempt(Moment.Stage(from.Name), Moment.Stage(to.Name), reach.Within),
                Unit.Percent,
                $"go on within {reach.Words}")),
        ];
        if (scores == FeedbackKind.Nps) questions.Add(Ask("NPS", new Nps(), Unit.NetPromoters, ""));
        if (scores == FeedbackKind.Csat) questions.Add(Ask("CSAT", new Csat(), Unit.Percent, "are satisfied"));
        if (scores == FeedbackKind.Ces) questions.Add(Ask("CES", new Ces(), Unit.Score, "of 7"));
        return questions;
    }
}
