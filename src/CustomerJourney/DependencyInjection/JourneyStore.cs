using CustomerJourney.Classification;
using CustomerJourney.Classification.Tracking;

namespace CustomerJourney.DependencyInjection;

/// <summary>Where the tracker of a journey keeps its memory, and how much of it.</summary>
internal sealed class JourneyStore(Func<IServiceProvider, IStageStore> make, StageTrackerOptions options)
{
    public StageTracker Track(StageClassifier classifier, IServiceProvider provider) =>
        classifier.Track(make(provider) ?? throw new InvalidOperationException("The store of stages is null: StoreStagesIn(provider => new DatabaseStageStore(…))."), options);
}
