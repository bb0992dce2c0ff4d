package org.posescope.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What is asked of the job.
 *
 * @param inputs  folders and videos, as URIs that the cluster can read
 * @param list    a text file with an input a line; empty: none
 * @param output  a folder that does not exist yet
 * @param program path of the program in the archive, from the name that the archive has on the executors
 * @param seconds a video that takes longer has failed
 * @param run     options of {@code posescope run}
 */
record JobOptions(List<String> inputs, String list, String output, String program, long seconds, List<String> run) {
    static final String USAGE = "PoseJob --output URI [--input URI]... [--list URI] [--program PATH] [--time-limit SECONDS] "
            + "[-- OPTIONS OF posescope run]";

    private static final String PROGRAM = "posescope/bin/posescope";
    private static final long TIME_LIMIT = 7200;

    JobOptions {
        inputs = List.copyOf(inputs);
        run = List.copyOf(run);
        if (output.isEmpty() || (inputs.isEmpty() && list.isEmpty()) || seconds < 1) {
            throw new IllegalArgumentException("usage: " + USAGE);
        }
    }

    /** @throws IllegalArgumentException when they are not as {@link #USAGE} says */
    static JobOptions of(List<String> arguments) {
        List<String> inputs = new ArrayList<>();
        String list = "";
        String output = "";
        String program = PROGRAM;
        long seconds = TIME_LIMIT;
        Iterator<String> left = arguments.iterator();
        List<String> run = new ArrayList<>();
        while (left.hasNext()) {
            String option = left.next();
            switch (option) {
                case "--input" -> inputs.add(value(option, left));
                case "--list" -> list = value(option, left);
                case "--output" -> output = value(option, left);
                case "--program" -> program = value(option, left);
                case "--time-limit" -> seconds = Long.parseLong(value(option, left));
                case "--" -> left.forEachRemaining(run::add);
                default -> throw new IllegalArgumentException("what is " + option + "? usage: " + USAGE);
            }
        }
        return new JobOptions(inputs, list, output, program, seconds, run);
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new IllegalArgumentException(option + " wants a value; usage: " + USAGE);
        }
        return left.next();
    }
}
