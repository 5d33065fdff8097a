using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Writes down what happens between events.</summary>
/// <param name="steps">Takes it.</param>
/// <param name="after">The latest event, by its place.</param>
internal readonly struct CourseSink(List<CourseStep> steps, int after) : IStageSink
{
    public void EntersBySilence(long ticks, byte stage, int rule) => steps.Add(new CourseStep(-1, after, ticks, stage, Decision.None, rule, IsDormancy: false));

    public void BecomesDormant(long ticks) => steps.Add(new CourseStep(-1, after, ticks, LogSchema.NoStage, Decision.None, -1, IsDormancy: true));
}
