package org.posescope;

/** Command line of PoseScope. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("PoseScope on Java " + Runtime.version());
    }
}
