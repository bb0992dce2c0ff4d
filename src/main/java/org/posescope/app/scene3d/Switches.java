package org.posescope.app.scene3d;

/** What is shown of people and stage. */
record Switches(boolean mesh, boolean joints, boolean floor, boolean trail, boolean sourceCamera) {}
