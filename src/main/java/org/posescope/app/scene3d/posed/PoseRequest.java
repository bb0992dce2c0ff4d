package org.posescope.app.scene3d.posed;

/** A moment to be posed, and how. */
public record PoseRequest(SceneFrame moment, Staging staging) {}
