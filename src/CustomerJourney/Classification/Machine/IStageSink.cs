namespace CustomerJourney.Classification.Machine;

/// <summary>Is told what happens between events. Implemented by structs.</summary>
internal interface IStageSink
{
    /// <summary>Silence put the customer into a stage.</summary>
    void EntersBySilence(long ticks, byte stage, int rule);

    /// <summary>The customer became dormant.</summary>
    void BecomesDormant(long ticks);
}
