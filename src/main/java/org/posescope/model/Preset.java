package org.posescope.model;

/**
 * Which model does each stage of the pipeline.
 *
 * @param id       for example {@code live}
 * @param title    for people
 * @param detector id of the model that finds people
 * @param pose     id of the model that finds the points of one person
 */
public record Preset(String id, String title, String detector, String pose) {}
