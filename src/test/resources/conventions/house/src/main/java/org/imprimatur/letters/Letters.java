class Letters {

	void deploy() {
		builder.enableDuplicateFiltering(false).deploy();
	}

}
