package org.waymark.bench;

import java.util.List;
import java.util.SplittableRandom;

/** A random number generator with the same results in every run. */
final class Dice {
    private final SplittableRandom random;

    /** Each seed and stream gives an independent sequence. */
    Dice(long seed, long stream) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream);
    }

    /** A number from 0 to the bound, exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * A long-tailed distribution, like that of words and customers: few low numbers are frequent, many high ones are
     * rare.
     */
    int longTailed(int bound) {
        double power = Math.pow(bound + 1.0, random.nextDouble());
        return Math.min(bound - 1, (int) power - 1);
    }
}
