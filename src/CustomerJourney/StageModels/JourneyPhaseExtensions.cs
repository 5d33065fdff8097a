using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>What is known of a canonical phase.</summary>
public static class JourneyPhaseExtensions
{
    extension(JourneyPhase phase)
    {
        /// <summary>The period to which the phase belongs.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The value is none of the twelve phases.</exception>
        public JourneyPeriod Period => phase switch
        {
            >= JourneyPhase.Need and <= JourneyPhase.Evaluate => JourneyPeriod.Before,
            > JourneyPhase.Evaluate and <= JourneyPhase.Receive => JourneyPeriod.During,
            > JourneyPhase.Receive and <= JourneyPhase.Leave => JourneyPeriod.After,
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "There is no such phase; give one of the twelve from Need to Leave."),
        };
    }
}
