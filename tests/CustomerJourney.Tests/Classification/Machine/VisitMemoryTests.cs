using CustomerJourney.Classification;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;
using Kind = CustomerJourney.Tests.Classification.Machine.VisitReference.Kind;
using Piece = CustomerJourney.Tests.Classification.Machine.VisitReference.Piece;

namespace CustomerJourney.Tests.Classification.Machine;

public class VisitMemoryTests
{
    private const int StageCount = 4;
    private const int Room = 64;

    private static readonly long Begin = new DateTimeOffset(2026, 3, 27, 0, 0, 0, TimeSpan.Zero).Ticks;
    private static readonly Journey Map = Journey.Create("Visits", map =>
    {
        for (int stage = 0; stage < StageCount; stage++) map.AddStage($"Stage {stage}", begun => begun.AddTouchpoint($"Touchpoint {stage}"));
    });

    private static readonly StageRules Rules = StageRules.None with { HalfLife = TimeSpan.FromDays(2) };

    private static readonly Arbitrary<Piece[]> Evidence = Arb.From(
        Gen.Sized(size => Gen.Choose(0, Math.Min(30, size)).SelectMany(count => OnePiece.ArrayOf(count))).Select(Possible),
        pieces => Enumerable.Range(0, pieces.Length).Select(left => Possible([.. pieces.Where((_, place) => place != left)])));

    private static Gen<Piece> OnePiece =>
        from kind in Gen.Frequency((6, Gen.Constant(Kind.Event)), (2, Gen.Constant(Kind.Silence)), (2, Gen.Constant(Kind.Dormancy)))
        from stage in Gen.Choose(kind == Kind.Event ? -1 : 0, StageCount - 1)
        from days in Gen.Choose(0, 12)
        from unknown in Gen.Elements(true, false, false)
        select new Piece(kind, stage < 0 || kind == Kind.Dormancy ? null : stage, Begin + (days * TimeSpan.TicksPerDay / 2), unknown);

    [Fact]
    public void Visits_and_records_are_what_their_definitions_say() => Prop.ForAll(Evidence, pieces =>
    {
        VisitReference reference = new(Map, pieces, Rules.HalfLife);
        foreach (CurrentStageRule rule in Enum.GetValues<CurrentStageRule>())
        {
            CustomerStage expected = reference.Of(rule), actual = Result(Folded(pieces, Room), rule);
            Assert.Equal(expected.Visits, actual.Visits);
            Assert.Equal(expected.Stages.Select(record => record with { Weight = 0 }), actual.Stages.Select(record => record with { Weight = 0 }));
            for (int stage = 0; stage < StageCount; stage++) Assert.Equal(expected.Stages[stage].Weight, actual.Stages[stage].Weight, 1e-12);
            Assert.Equal((expected.Latest, expected.Furthest, expected.DormantSince), (actual.Latest, actual.Furthest, actual.DormantSince));
            // Sums in another order may tell weights apart that are equal.
            if (!HasNearlyEqualWeights(expected)) Assert.Equal((expected.RecencyWeighted, expected.Current), (actual.RecencyWeighted, actual.Current));
            Assert.Equal(0, actual.EarlierVisits);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Memory_that_is_copied_in_between_has_the_same_bits() => Prop.ForAll(Evidence, Gen.Choose(0, 30).ToArbitrary(), (pieces, cut) =>
    {
        VisitMemory visits = new(StageCount, Rules.HalfLife);
        long[] memory = Folded(pieces.Take(cut), Room);
        foreach (Piece piece in pieces.Skip(cut))
        {
            memory = [.. memory];
            Add(visits, memory, piece);
        }

        Assert.Equal(Folded(pieces, Room), memory);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_ring_keeps_the_latest_visits_and_counts_the_earlier_ones() => Prop.ForAll(Evidence, Gen.Choose(0, 5).ToArbitrary(), (pieces, capacity) =>
    {
        CustomerStage all = Result(Folded(pieces, Room), CurrentStageRule.Latest), few = Result(Folded(pieces, capacity), CurrentStageRule.Latest);
        Assert.Equal(all.Visits.Skip(Math.Max(0, all.Visits.Count - capacity)), few.Visits);
        Assert.Equal(all.Visits.Count, few.Visits.Count + few.EarlierVisits);
        Assert.Equal(all.Stages, few.Stages);
        Assert.Equal(all with { Visits = [], EarlierVisits = 0, Stages = [] }, few with { Visits = [], EarlierVisits = 0, Stages = [] });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_customer_of_whom_nothing_is_known_is_nowhere()
    {
        CustomerStage nobody = Result(Folded([], 0), CurrentStageRule.RecencyWeighted);
        Assert.Null(nobody.Current);
        Assert.Null(nobody.DormantSince);
        Assert.Empty(nobody.Visits);
        Assert.All(nobody.Stages, record => Assert.Equal((0, 0L, null, TimeSpan.Zero, false, 0d), (record.Visits, record.Events, record.FirstEntered, record.CumulativeTime, record.IsSkipped, record.Weight)));
    }

    [Fact]
    public void Of_equal_weights_the_later_evidence_counts()
    {
        Piece[] pieces = [new(Kind.Event, 2, Begin), new(Kind.Event, 1, Begin)];
        Assert.Equal("Stage 1", Result(Folded(pieces, Room), CurrentStageRule.RecencyWeighted).Current?.Name);
        Assert.Equal("Stage 2", Result(Folded([.. pieces.Reverse()], Room), CurrentStageRule.RecencyWeighted).Current?.Name);
    }

    [Fact]
    public void One_stray_event_does_not_outweigh_recent_ones_and_old_ones_lose_weight()
    {
        Piece[] pieces = [new(Kind.Event, 1, Begin), new(Kind.Event, 1, Begin), new(Kind.Event, 2, Begin + TimeSpan.TicksPerDay)];
        CustomerStage stage = Result(Folded(pieces, Room), CurrentStageRule.RecencyWeighted);
        Assert.Equal("Stage 1", stage.Current?.Name);
        Assert.Equal(2 * Math.Sqrt(0.5), stage.Stages[1].Weight, 1e-15);
        Assert.Equal("Stage 2", Result(Folded([.. pieces[..2], pieces[2] with { Ticks = Begin + (3 * TimeSpan.TicksPerDay) }], Room), CurrentStageRule.RecencyWeighted).Current?.Name);
    }

    [Fact]
    public void A_customer_is_dormant_until_any_event_comes_and_his_first_evidence_is_a_reentry()
    {
        Piece[] pieces =
        [
            new(Kind.Event, 1, Begin), new(Kind.Dormancy, null, Begin + 10), new(Kind.Silence, 3, Begin + 20), new(Kind.Event, null, Begin + 30), new(Kind.Event, 3, Begin + 40),
        ];
        Assert.Equal(Begin + 10, Result(Folded(pieces[..3], Room), CurrentStageRule.Latest).DormantSince?.Ticks);
        CustomerStage back = Result(Folded(pieces, Room), CurrentStageRule.Latest);
        Assert.False(back.IsDormant);
        Assert.Equal([(1, true, false, false), (3, false, true, false), (3, false, false, true)], back.Visits.Select(visit => (visit.Stage.Position, visit.EndedDormant, visit.IsFromSilence, visit.IsReentry)));
    }

    private static bool HasNearlyEqualWeights(CustomerStage expected)
    {
        double[] weights = [.. expected.Stages.Where(record => record.Visits > 0).Select(record => record.Weight).OrderDescending()];
        return weights.Length > 1 && weights[0] - weights[1] < 1e-12 * weights[0];
    }

    private static CustomerStage Result(long[] memory, CurrentStageRule rule) =>
        new VisitMemory(StageCount, Rules.HalfLife).ToCustomerStage(memory, "anna", null, Map, Rules with { Current = rule });

    private static long[] Folded(IEnumerable<Piece> pieces, int room)
    {
        VisitMemory visits = new(StageCount, Rules.HalfLife);
        long[] memory = new long[visits.SizeFor(room)];
        visits.Begin(memory);
        foreach (Piece piece in pieces) Add(visits, memory, piece);
        return memory;
    }

    private static void Add(VisitMemory visits, Span<long> memory, Piece piece)
    {
        if (piece.Kind == Kind.Event) visits.AddEvent(memory, (byte?)piece.Stage ?? LogSchema.NoStage, piece.Ticks, piece.EarlierUnknown);
        else if (piece.Kind == Kind.Silence) visits.AddSilence(memory, (byte)piece.Stage!.Value, piece.Ticks);
        else visits.AddDormancy(memory, piece.Ticks);
    }

    /// <summary>In the order of time; a customer becomes dormant once after an event.</summary>
    private static Piece[] Possible(Piece[] pieces)
    {
        List<Piece> possible = [];
        bool isArmed = false;
        foreach (Piece piece in pieces.OrderBy(piece => piece.Ticks))
        {
            if (piece.Kind == Kind.Dormancy && !isArmed) continue;
            isArmed = piece.Kind == Kind.Event || (isArmed && piece.Kind != Kind.Dormancy);
            possible.Add(piece with { });
        }

        return [.. possible];
    }
}
