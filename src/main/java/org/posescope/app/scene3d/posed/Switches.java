package org.posescope.app.scene3d.posed;

/** What is shown of people and stage. */
public record Switches(boolean mesh, boolean joints, boolean floor, boolean trail, boolean sourceCamera) {}
