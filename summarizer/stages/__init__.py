"""The verbs: one public function a module, frozen value in, frozen value out; stages never import one another."""
