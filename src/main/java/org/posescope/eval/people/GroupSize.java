package org.posescope.eval.people;

/** How many people are together in a picture that has any. */
public enum GroupSize {
    ONE("1", 1, 1), FEW("2-3", 2, 3), SEVERAL("4-6", 4, 6), MANY("7+", 7, Integer.MAX_VALUE);

    private final String label;
    private final int least;
    private final int most;

    GroupSize(String label, int least, int most) {
        this.label = label;
        this.least = least;
        this.most = most;
    }

    public String label() {
        return label;
    }

    boolean holds(int people) {
        return least <= people && people <= most;
    }
}
