using CustomerJourney.Classification;

namespace CustomerJourney.Tests.Classification.Machine;

/// <summary>Visits and records by their definitions: every figure is looked up in the list of evidence anew.</summary>
internal sealed class VisitReference(Journey map, IReadOnlyList<VisitReference.Piece> pieces, TimeSpan halfLife)
{
    public enum Kind
    {
        Event,
        Silence,
        Dormancy,
    }

    /// <summary>What happened at a time; events that are evidence for nothing have no stage.</summary>
    public sealed record Piece(Kind Kind, int? Stage, long Ticks, bool EarlierUnknown = false);

    public CustomerStage Of(CurrentStageRule rule)
    {
        Piece[] evidence = [.. pieces.Where(piece => piece.Kind != Kind.Dormancy && piece.Stage is not null)];
        List<StageVisit> visits = Visits(evidence);
        Stage? latest = evidence.Length == 0 ? null : map.Stages[evidence[^1].Stage!.Value];
        Stage? furthest = evidence.Length == 0 ? null : map.Stages[evidence.Max(piece => piece.Stage!.Value)];
        StageRecord[] records = [.. map.Stages.Select(stage => Record(stage, visits, evidence))];
        int last = pieces.Count;
        while (last > 0 && pieces[last - 1].Kind == Kind.Silence) last--;
        Stage? weighted = evidence.Length == 0 ? null : map.Stages
            .Where(stage => evidence.Any(piece => piece.Stage == stage.Position))
            .OrderByDescending(stage => records[stage.Position].Weight)
            .ThenByDescending(stage => Array.FindLastIndex(evidence, piece => piece.Stage == stage.Position))
            .First();
        return new CustomerStage
        {
            Customer = "anna",
            Persona = null,
            Latest = latest,
            Furthest = furthest,
            RecencyWeighted = weighted,
            Current = rule switch { CurrentStageRule.Latest => latest, CurrentStageRule.Furthest => furthest, _ => weighted },
            DormantSince = last > 0 && pieces[last - 1].Kind == Kind.Dormancy ? Time(pieces[last - 1].Ticks) : null,
            Visits = visits,
            Stages = records,
        };
    }

    private List<StageVisit> Visits(Piece[] evidence)
    {
        List<StageVisit> visits = [];
        int[] begins = [.. Enumerable.Range(0, evidence.Length).Where(index => Begins(evidence, index))];
        for (int visit = 0; visit < begins.Length; visit++)
        {
            int first = begins[visit], next = visit + 1 < begins.Length ? begins[visit + 1] : evidence.Length;
            int stage = evidence[first].Stage!.Value, before = first == 0 ? -1 : evidence[first - 1].Stage!.Value;
            Piece? dormancy = Between(evidence[next - 1], next < evidence.Length ? evidence[next] : null).FirstOrDefault(piece => piece.Kind == Kind.Dormancy);
            visits.Add(new StageVisit
            {
                Stage = map.Stages[stage],
                Entered = Time(evidence[first].Ticks),
                Exited = dormancy is not null ? Time(dormancy.Ticks) : next < evidence.Length ? Time(evidence[next].Ticks) : null,
                Events = evidence[first..next].Count(piece => piece.Kind == Kind.Event),
                IsReturn = evidence[..first].Any(piece => piece.Stage == stage),
                SkippedStages = map.Stages.Count(other => other.Position > before && other.Position < stage),
                IsBackward = stage < before,
                IsFromSilence = evidence[first].Kind == Kind.Silence,
                IsReentry = evidence[first].Kind == Kind.Event && CameBack(evidence, first),
                EndedDormant = dormancy is not null,
                EarlierStagesAreUnknown = evidence[first].Kind == Kind.Event && evidence[first].EarlierUnknown,
            });
        }

        return visits;
    }

    private bool Begins(Piece[] evidence, int index) =>
        index == 0
        || evidence[index].Stage != evidence[index - 1].Stage
        || Between(evidence[index - 1], evidence[index]).Any(piece => piece.Kind == Kind.Dormancy)
        || (evidence[index].Kind == Kind.Event && CameBack(evidence, index));

    /// <summary>Whether dormancy lies between an event of a stage and the one before it, or before the first.</summary>
    private bool CameBack(Piece[] evidence, int index)
    {
        Piece? before = evidence[..index].LastOrDefault(piece => piece.Kind == Kind.Event);
        return Between(before, evidence[index]).Any(piece => piece.Kind == Kind.Dormancy);
    }

    private IEnumerable<Piece> Between(Piece? first, Piece? second)
    {
        int from = Place(first, -1), to = Place(second, pieces.Count);
        return pieces.Skip(from + 1).Take(to - from - 1);
    }

    private int Place(Piece? piece, int absent)
    {
        for (int place = 0; place < pieces.Count; place++)
        {
            if (ReferenceEquals(pieces[place], piece)) return place;
        }

        return absent;
    }

    private StageRecord Record(Stage stage, List<StageVisit> visits, Piece[] evidence)
    {
        StageVisit[] own = [.. visits.Where(visit => visit.Stage == stage)];
        return new StageRecord
        {
            Stage = stage,
            Visits = own.Length,
            Events = own.Sum(visit => (long)visit.Events),
            FirstEntered = own.Length == 0 ? null : own.Min(visit => visit.Entered),
            LatestEntered = own.Length == 0 ? null : own.Max(visit => visit.Entered),
            LatestExited = own.Max(visit => visit.Exited),
            CumulativeTime = own.Aggregate(TimeSpan.Zero, (sum, visit) => sum + (visit.Duration ?? TimeSpan.Zero)),
            IsSkipped = own.Length == 0 && visits.Any(visit => visit.Stage.Position > stage.Position),
            Weight = evidence.Where(piece => piece.Stage == stage.Position).Sum(piece => Math.Pow(2, -(evidence[^1].Ticks - piece.Ticks) / (double)halfLife.Ticks)),
        };
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
