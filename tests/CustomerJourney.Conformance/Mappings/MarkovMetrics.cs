using System.Text.Json;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>markov.* and hmm.*: chains of states, seen and hidden.</summary>
internal static class MarkovMetrics
{
    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("markov.mle", Estimated);
        table.Add("markov.n_step", AfterSteps);
        table.Add("markov.absorption", Absorption);
        table.Add("markov.stationary", Stationary);
        table.Add("hmm.viterbi", Viterbi);
        table.Add("hmm.forward", Forward);
    }

    private static Answer Estimated(JsonElement input)
    {
        string[][] sequences = [.. input.GetProperty("sequences").EnumerateArray().Select(Names)];
        string[] states = [.. sequences.SelectMany(sequence => sequence).Distinct().Order(StringComparer.Ordinal)];
        MarkovChainCounts counts = new(states.Length);
        foreach (string[] sequence in sequences) counts.Add(Numbers(sequence, states));
        int[] all = [.. Enumerable.Range(0, states.Length)];
        return new Answer
        {
            ["states"] = states,
            ["counts"] = all.Select(from => all.Select(to => counts[from, to])),

            // The library knows no probabilities of a state that was never left; the suite writes zeros.
            ["probabilities"] = all.Select(from => all.Select(to => counts.Probability(from, to) ?? 0)),
        };
    }

    private static Answer AfterSteps(JsonElement input) => new() { ["matrix"] = Chain(input).AfterSteps((int)input.Whole("steps")).Matrix };

    private static Answer Absorption(JsonElement input)
    {
        string[] states = Names(input.GetProperty("states"));
        MarkovChainAbsorption absorption = Chain(input).Absorption();
        return new Answer
        {
            ["transient"] = absorption.Transient.Select(state => states[state]),
            ["absorbing"] = absorption.Absorbing.Select(state => states[state]),
            ["fundamental"] = absorption.Fundamental,
            ["absorptionProbabilities"] = absorption.Probabilities,
            ["expectedSteps"] = absorption.ExpectedSteps,
            ["varianceSteps"] = absorption.StepsVariance,
        };
    }

    private static Answer Stationary(JsonElement input)
    {
        MarkovChainStationary? stationary = Chain(input).Stationary();
        return new Answer { ["stationary"] = stationary?.Distribution, ["entropyRateBits"] = stationary?.EntropyRate };
    }

    private static Answer Viterbi(JsonElement input)
    {
        string[] states = Names(input.GetProperty("states"));
        ushort[] observations = Observations(input);
        byte[] path = new byte[observations.Length];
        double logProbability = Model(input).Viterbi(observations, path, new HiddenMarkovModelWorkspace());
        return new Answer { ["path"] = path.Select(state => states[state]), ["logProbability"] = logProbability };
    }

    private static Answer Forward(JsonElement input)
    {
        HiddenMarkovModel model = Model(input);
        ushort[] observations = Observations(input);
        double[] posterior = new double[observations.Length * model.StateCount];
        double logLikelihood = model.Posterior(observations, posterior, new HiddenMarkovModelWorkspace());
        return new Answer
        {
            ["logLikelihood"] = logLikelihood,
            ["posterior"] = Enumerable.Range(0, model.StateCount).Select(state => Enumerable.Range(0, observations.Length).Select(t => posterior[t * model.StateCount + state])),
        };
    }

    private static MarkovChain Chain(JsonElement input) => MarkovChain.Create(Rows(input, "matrix"));

    private static HiddenMarkovModel Model(JsonElement input) => HiddenMarkovModel.Create(input.Numbers("start"), Rows(input, "transition"), Rows(input, "emission"));

    private static ushort[] Observations(JsonElement input)
    {
        string[] symbols = Names(input.GetProperty("symbols"));
        return [.. Numbers(Names(input.GetProperty("observations")), symbols).Select(symbol => (ushort)symbol)];
    }

    private static double[][] Rows(JsonElement input, string name) =>
        [.. input.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(element => element.GetDouble()).ToArray())];

    private static string[] Names(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetString()!)];

    private static int[] Numbers(string[] names, string[] all) => [.. names.Select(name => Array.IndexOf(all, name))];
}
