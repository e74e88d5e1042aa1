package org.waymark.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same at every run. */
final class Dice {
    private final SplittableRandom random;

    /** Numbers of a seed and a stream are unlike those of any other. */
    Dice(long seed, long stream) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream);
    }

    /** From 0 up to a bound that is not reached. */
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

    /** As words and customers are spread: a few low numbers come often, the many high ones rarely. */
    int longTailed(int bound) {
        double power = Math.pow(bound + 1.0, random.nextDouble());
        return Math.min(bound - 1, (int) power - 1);
    }
}
