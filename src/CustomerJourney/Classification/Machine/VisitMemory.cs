using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>
/// Folds the evidence of one customer, in the order of time, into visits and records of stages. The whole state is a span of numbers, so that copying it is one copy of memory and storing it is bytes.
/// </summary>
/// <remarks>
/// Immutable but for the spans that it is given; safe for use by many threads. The same evidence gives the same bits, whether it is folded in one go or the span is copied in between.
/// The span is as long as <see cref="SizeFor"/> says; the number of latest visits that it keeps follows from its length.
/// </remarks>
/// <param name="stages">The number of stages of the map.</param>
/// <param name="halfLife">After how long evidence has half of its weight.</param>
internal sealed class VisitMemory(int stages, TimeSpan halfLife)
{
    private const long None = long.MinValue;

    // The head: what is known of the customer.
    private const int TotalPlace = 0;
    private const int OpenPlace = 1;
    private const int LatestPlace = 2;
    private const int FurthestPlace = 3;
    private const int DormantPlace = 4;
    private const int ReentryPlace = 5;
    private const int ClockPlace = 6;
    private const int EvidencePlace = 7;
    private const int HeadSize = 8;

    // What is known of each stage.
    private const int Visits = 0;
    private const int Events = 1;
    private const int FirstEntered = 2;
    private const int LatestEntered = 3;
    private const int LatestExited = 4;
    private const int Cumulative = 5;
    private const int Weight = 6;
    private const int LatestEvidence = 7;
    private const int StageSize = 8;

    // A visit in the ring.
    private const int Facts = 0;
    private const int Entered = 1;
    private const int Exited = 2;
    private const int Evidence = 3;
    private const int VisitSize = 4;

    private const long Return = 1L << 16;
    private const long Backward = 1L << 17;
    private const long FromSilence = 1L << 18;
    private const long Reentry = 1L << 19;
    private const long Dormant = 1L << 20;
    private const long EarlierUnknown = 1L << 21;

    private readonly int _ring = HeadSize + (stages * StageSize);
    private readonly double _halfLife = halfLife.Ticks;

    /// <summary>How long the span is that keeps so many of the latest visits; none is enough for everything but the visits themselves.</summary>
    public int SizeFor(int visits) => _ring + (visits * VisitSize);

    /// <summary>A customer of whom nothing is known.</summary>
    public void Begin(Span<long> memory)
    {
        memory.Clear();
        memory[OpenPlace] = memory[LatestPlace] = memory[FurthestPlace] = -1;
        memory[DormantPlace] = memory[ClockPlace] = None;
        for (int stage = 0; stage < stages; stage++)
        {
            Span<long> own = Of(memory, stage);
            own[FirstEntered] = own[LatestEntered] = own[LatestExited] = None;
        }
    }

    /// <summary>An event: evidence for a stage, or for none (<see cref="LogSchema.NoStage"/>). Of any event a customer who was dormant is so no longer; the first that is evidence for a stage begins a new stay, whatever the stage.</summary>
    public void AddEvent(Span<long> memory, byte stage, long ticks, bool earlierStagesAreUnknown = false)
    {
        memory[DormantPlace] = None;
        if (stage == LogSchema.NoStage) return;
        bool isReentry = memory[ReentryPlace] != 0;
        if (stage != memory[OpenPlace] || isReentry) Enter(memory, stage, ticks, (isReentry ? Reentry : 0) | (earlierStagesAreUnknown ? EarlierUnknown : 0));
        memory[ReentryPlace] = 0;
        Of(memory, stage)[Events]++;
        if (Capacity(memory) > 0) Latest(memory)[Evidence]++;
        Weigh(memory, stage, ticks);
    }

    /// <summary>Silence: evidence for a stage without an event.</summary>
    public void AddSilence(Span<long> memory, byte stage, long ticks)
    {
        if (stage != memory[OpenPlace]) Enter(memory, stage, ticks, FromSilence);
        Weigh(memory, stage, ticks);
    }

    /// <summary>The customer becomes dormant: the stay ends.</summary>
    public void AddDormancy(Span<long> memory, long ticks)
    {
        Exit(memory, ticks, Dormant);
        memory[DormantPlace] = ticks;
        memory[ReentryPlace] = 1;
    }

    /// <summary>Whether the customer is dormant.</summary>
    public static bool IsDormant(ReadOnlySpan<long> memory) => memory[DormantPlace] != None;

    /// <summary>The number of stays in a stage.</summary>
    public static long VisitsOf(ReadOnlySpan<long> memory, int stage) => memory[HeadSize + (stage * StageSize) + Visits];

    /// <summary>The place of the latest stage of the map that the customer has been in; −1 if none.</summary>
    public static int FurthestOf(ReadOnlySpan<long> memory) => (int)memory[FurthestPlace];

    /// <summary>When the latest evidence came, in UTC ticks, which weights are told for; null without evidence.</summary>
    public static long? LatestEvidenceOf(ReadOnlySpan<long> memory) => memory[ClockPlace] == None ? null : memory[ClockPlace];

    /// <summary>The place of the stage that the customer is in by a rule; −1 if none.</summary>
    public int CurrentOf(ReadOnlySpan<long> memory, CurrentStageRule rule) => rule switch
    {
        CurrentStageRule.Furthest => (int)memory[FurthestPlace],
        CurrentStageRule.RecencyWeighted => Heaviest(memory),
        _ => (int)memory[LatestPlace],
    };

    /// <summary>Where the customer is and was.</summary>
    public CustomerStage ToCustomerStage(ReadOnlySpan<long> memory, string customer, Persona? persona, Journey journey, StageRules rules)
    {
        StageVisit[] visits = new StageVisit[Math.Min(memory[TotalPlace], Capacity(memory))];
        long earlier = memory[TotalPlace] - visits.Length;
        for (int place = 0; place < visits.Length; place++) visits[place] = ToVisit(memory[RingPlace(memory, earlier + place)..], journey);
        StageRecord[] records = new StageRecord[stages];
        for (int stage = 0; stage < stages; stage++) records[stage] = ToRecord(memory, journey.Stages[stage]);
        return new CustomerStage
        {
            Customer = customer,
            Persona = persona,
            Current = StageAt(CurrentOf(memory, rules.Current)),
            Latest = StageAt((int)memory[LatestPlace]),
            Furthest = StageAt((int)memory[FurthestPlace]),
            RecencyWeighted = StageAt(Heaviest(memory)),
            DormantSince = TimeOf(memory[DormantPlace]),
            Visits = visits.AsReadOnly(),
            EarlierVisits = checked((int)earlier),
            Stages = records.AsReadOnly(),
        };

        Stage? StageAt(int place) => place < 0 ? null : journey.Stages[place];
    }

    private static Span<long> Of(Span<long> memory, int stage) => memory.Slice(HeadSize + (stage * StageSize), StageSize);

    private static double WeightOf(ReadOnlySpan<long> memory, int stage) => BitConverter.Int64BitsToDouble(memory[HeadSize + (stage * StageSize) + Weight]);

    private static DateTimeOffset? TimeOf(long ticks) => ticks == None ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    private int Capacity(ReadOnlySpan<long> memory) => (memory.Length - _ring) / VisitSize;

    private int RingPlace(ReadOnlySpan<long> memory, long visit) => _ring + ((int)(visit % Capacity(memory)) * VisitSize);

    private Span<long> Latest(Span<long> memory) => memory.Slice(RingPlace(memory, memory[TotalPlace] - 1), VisitSize);

    private void Enter(Span<long> memory, byte stage, long ticks, long facts)
    {
        Exit(memory, ticks, 0);
        Span<long> own = Of(memory, stage);
        long before = memory[LatestPlace];
        if (own[Visits]++ > 0) facts |= Return;
        if (stage < before) facts |= Backward;
        facts |= (byte)Math.Max(0, stage - before - 1);
        if (own[FirstEntered] == None) own[FirstEntered] = ticks;
        own[LatestEntered] = ticks;
        memory[OpenPlace] = memory[LatestPlace] = stage;
        memory[FurthestPlace] = Math.Max(memory[FurthestPlace], stage);
        memory[TotalPlace]++;
        if (Capacity(memory) == 0) return;
        Span<long> visit = Latest(memory);
        visit[Facts] = facts | ((long)stage << 8);
        visit[Entered] = ticks;
        visit[Exited] = None;
        visit[Evidence] = 0;
    }

    private void Exit(Span<long> memory, long ticks, long facts)
    {
        if (memory[OpenPlace] < 0) return;
        Span<long> own = Of(memory, (int)memory[OpenPlace]);
        own[LatestExited] = ticks;
        own[Cumulative] += ticks - own[LatestEntered];
        memory[OpenPlace] = -1;
        if (Capacity(memory) == 0) return;
        Span<long> visit = Latest(memory);
        visit[Exited] = ticks;
        visit[Facts] |= facts;
    }

    /// <summary>All evidence so far loses weight by the time since the latest; the new evidence weighs 1.</summary>
    private void Weigh(Span<long> memory, byte stage, long ticks)
    {
        long since = memory[ClockPlace] == None ? 0 : ticks - memory[ClockPlace];
        if (since > 0)
        {
            double left = Math.Pow(2, -since / _halfLife);
            for (int other = 0; other < stages; other++)
            {
                Span<long> weighed = Of(memory, other);
                // Zero has no bits, and multiplying it would be work for nothing.
                if (weighed[Weight] != 0) weighed[Weight] = BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(weighed[Weight]) * left);
            }
        }

        memory[ClockPlace] = ticks;
        Span<long> own = Of(memory, stage);
        own[Weight] = BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(own[Weight]) + 1);
        own[LatestEvidence] = ++memory[EvidencePlace];
    }

    /// <summary>The stage with the greatest weight, of equal ones that of the later evidence; −1 without evidence.</summary>
    private int Heaviest(ReadOnlySpan<long> memory)
    {
        int heaviest = -1;
        double most = 0;
        long latest = 0;
        for (int stage = 0; stage < stages; stage++)
        {
            long evidence = memory[HeadSize + (stage * StageSize) + LatestEvidence];
            if (evidence == 0) continue;
            double weight = WeightOf(memory, stage);
            if (heaviest >= 0 && (weight < most || (weight == most && evidence < latest))) continue;
            (heaviest, most, latest) = (stage, weight, evidence);
        }

        return heaviest;
    }

    private static StageVisit ToVisit(ReadOnlySpan<long> visit, Journey journey)
    {
        long facts = visit[Facts];
        return new StageVisit
        {
            Stage = journey.Stages[(byte)((facts >> 8) & 0xFF)],
            Entered = new DateTimeOffset(visit[Entered], TimeSpan.Zero),
            Exited = TimeOf(visit[Exited]),
            Events = checked((int)visit[Evidence]),
            IsReturn = (facts & Return) != 0,
            SkippedStages = (int)(facts & 0xFF),
            IsBackward = (facts & Backward) != 0,
            IsFromSilence = (facts & FromSilence) != 0,
            IsReentry = (facts & Reentry) != 0,
            EndedDormant = (facts & Dormant) != 0,
            EarlierStagesAreUnknown = (facts & EarlierUnknown) != 0,
        };
    }

    private static StageRecord ToRecord(ReadOnlySpan<long> memory, Stage stage)
    {
        ReadOnlySpan<long> own = memory.Slice(HeadSize + (stage.Position * StageSize), StageSize);
        return new StageRecord
        {
            Stage = stage,
            Visits = checked((int)own[Visits]),
            Events = own[Events],
            FirstEntered = TimeOf(own[FirstEntered]),
            LatestEntered = TimeOf(own[LatestEntered]),
            LatestExited = TimeOf(own[LatestExited]),
            CumulativeTime = new TimeSpan(own[Cumulative]),
            IsSkipped = own[Visits] == 0 && memory[FurthestPlace] > stage.Position,
            Weight = BitConverter.Int64BitsToDouble(own[Weight]),
        };
    }
}
