namespace CustomerJourney.Classification.Tracking;

/// <summary>Where a tracker keeps what it remembers of each customer. Implementations are safe for use by many threads.</summary>
public interface IStageStore
{
    /// <summary>The state of a customer; <see langword="null"/> if there is none.</summary>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<StageState?> FindAsync(string customer, CancellationToken cancellationToken);

    /// <summary>Saves a state, if nobody else has saved the customer since it was read: in one step, wholly or not at all.</summary>
    /// <param name="state">The state. The store holds the customer with <see cref="StageState.Version"/> − 1, or not at all where that is 0; otherwise nothing is saved.</param>
    /// <param name="cancellationToken">Stops waiting; the state is then saved or not.</param>
    /// <returns>Whether the state was saved.</returns>
    ValueTask<bool> TrySaveAsync(StageState state, CancellationToken cancellationToken);

    /// <summary>Removes what is kept of a customer, as erasure requests demand.</summary>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="cancellationToken">Stops waiting; the customer is then removed or not.</param>
    /// <returns>Whether there was something to remove.</returns>
    ValueTask<bool> RemoveAsync(string customer, CancellationToken cancellationToken);
}
